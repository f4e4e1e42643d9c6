package io.peerwatch.producers.replay;

import io.peerwatch.producers.publish.TopicQuestion;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How long a topic keeps what is written to it. Brokers count from a record's own stamp, so samples
 * of last year may be gone as soon as a segment is full.
 *
 * @param topic full name of the topic
 * @param keptMillis milliseconds after a record's stamp, or -1: for good
 */
record Retention(String topic, long keptMillis) {
  private static final long FOR_GOOD = -1;

  /**
   * Asks the cluster for the topic of samples.
   *
   * @throws io.peerwatch.producers.publish.PublishException when there is none or no answer
   */
  static Retention ask(ConnectionSettings settings) {
    Config config =
        TopicQuestion.ask(
            settings,
            (admin, topic) -> {
              var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
              return admin.describeConfigs(List.of(resource)).values().get(resource);
            });
    return of(settings.topic(Topics.HOST_SAMPLES), config);
  }

  /**
   * @throws ReplayException when a sample of that time would be deleted, naming the way out
   */
  void requireKept(long oldestMillis, long nowMillis) {
    if (keptMillis == FOR_GOOD || oldestMillis >= nowMillis - keptMillis) {
      return;
    }
    throw new ReplayException(
        ("%s keeps samples for %s and would delete those of %s: make topics that keep them with"
                + " 'peerwatch topics apply --prefix replay. --retention unlimited' and replay with"
                + " --prefix replay., or shift the times with --times now")
            .formatted(topic, shown(keptMillis), Instant.ofEpochMilli(oldestMillis)));
  }

  static Retention of(String topic, Config config) {
    boolean deletes =
        value(config, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE)
            .contains(TopicConfig.CLEANUP_POLICY_DELETE);
    boolean stampedOnArrival =
        value(config, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "").equals("LogAppendTime");
    long kept = Long.parseLong(value(config, TopicConfig.RETENTION_MS_CONFIG, "" + FOR_GOOD));
    return new Retention(topic, deletes && !stampedOnArrival && kept >= 0 ? kept : FOR_GOOD);
  }

  private static String value(Config config, String name, String absent) {
    var entry = config.get(name);
    return entry == null || entry.value() == null ? absent : entry.value();
  }

  private static String shown(long millis) {
    var duration = Duration.ofMillis(millis);
    return duration.toHours() >= 1 ? duration.toHours() + " h" : duration.toSeconds() + " s";
  }
}
