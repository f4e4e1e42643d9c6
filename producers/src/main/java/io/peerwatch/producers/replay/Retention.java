package io.peerwatch.producers.replay;

import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.settings.Failures;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * How long a topic keeps what is written to it. Brokers count from a record's own stamp, so samples
 * of last year may be gone as soon as a segment is full.
 *
 * @param topic full name of the topic
 * @param keptMillis milliseconds after a record's stamp, or -1: for good
 */
record Retention(String topic, long keptMillis) {
  private static final long FOR_GOOD = -1;
  private static final long TIMEOUT_SECONDS = 9;

  /** Asks the cluster for the topic of samples. */
  static Retention ask(ConnectionSettings settings) {
    String topic = settings.topic(Topics.HOST_SAMPLES);
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var properties = settings.kafkaClient();
    properties.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    try (var admin = Admin.create(properties)) {
      Config config =
          admin
              .describeConfigs(List.of(resource))
              .values()
              .get(resource)
              .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return of(topic, config);
    } catch (ExecutionException e) {
      throw unknown(topic, e.getCause());
    } catch (TimeoutException e) {
      throw new ReplayException(
          "no broker told how long " + topic + " keeps samples: check --bootstrap-servers");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayException("interrupted while asking how long " + topic + " keeps samples");
    }
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

  private static ReplayException unknown(String topic, Throwable cause) {
    return new ReplayException(
        cause instanceof UnknownTopicOrPartitionException
            ? "topic " + topic + " does not exist: make it with 'peerwatch topics apply'"
            : "how long " + topic + " keeps samples can't be told: " + Failures.line(cause));
  }

  private static String shown(long millis) {
    var duration = Duration.ofMillis(millis);
    return duration.toHours() >= 1 ? duration.toHours() + " h" : duration.toSeconds() + " s";
  }
}
