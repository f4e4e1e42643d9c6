package io.peerwatch.streams.run;

import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What one instance of the application is told.
 *
 * @param window how samples become windows, for groups that no policy names
 * @param falseAlarmsPerWeek budget of a group, above 0
 * @param workMetric metric that counts the hosts' work; null for the dictionary's, {@code none} for
 *     none
 * @param stateFolder where Kafka Streams keeps its folder; instances on one machine need one each
 * @param threads stream threads of this instance, at least 1
 * @param instanceId name of this instance among those that share the work; empty for one that is
 *     drawn and kept in the state folder
 * @param commitInterval how long an output may wait for its commit when nothing else asks for one
 */
public record StreamSettings(
    ConnectionSettings connection,
    WindowSettings window,
    double falseAlarmsPerWeek,
    String workMetric,
    Path stateFolder,
    int threads,
    Optional<String> instanceId,
    Duration commitInterval) {
  public static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);

  public StreamSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1");
    }
  }

  /** The defaults around a connection and a place for state. */
  public static StreamSettings of(ConnectionSettings connection, Path stateFolder) {
    return new StreamSettings(
        connection,
        WindowSettings.defaults(),
        DetectionSettings.FALSE_ALARMS_PER_WEEK,
        null,
        stateFolder,
        1,
        Optional.empty(),
        COMMIT_INTERVAL);
  }

  /** Also the prefix of internal topics and the consumer group; starts with the installation's. */
  public String applicationId() {
    return Access.applicationId(connection.prefix());
  }
}
