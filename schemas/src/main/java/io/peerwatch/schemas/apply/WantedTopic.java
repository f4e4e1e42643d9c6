package io.peerwatch.schemas.apply;

import io.peerwatch.schemas.topics.Kept;
import io.peerwatch.schemas.topics.TopicSpec;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it should be on the cluster.
 *
 * @param name full, with its prefix
 * @param config what is set on the topic itself, by Kafka's names
 */
record WantedTopic(
    TopicSpec<?> spec, String name, int partitions, int replicas, Map<String, String> config) {

  /** Of {@code retention.ms}: never deleted for its age. */
  static final String UNLIMITED = "-1";

  /** Kafka's own default, set on the topic because a cluster's default may be lower. */
  private static final String MESSAGE_BYTES_MAX = "1048588";

  /** From so many copies on, a write waits for two of them: one broker may fail unnoticed. */
  private static final int REPLICAS_FOR_TWO_IN_SYNC = 3;

  static WantedTopic of(
      TopicSpec<?> spec, String prefix, int partitions, int replicas, boolean unlimited) {
    var config = new HashMap<String, String>();
    config.put(TopicConfig.CLEANUP_POLICY_CONFIG, spec.cleanup().policy());
    config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MESSAGE_BYTES_MAX);
    if (spec.cleanup().deletes()) {
      config.put(TopicConfig.RETENTION_MS_CONFIG, retention(spec, unlimited));
    }
    if (replicas >= REPLICAS_FOR_TWO_IN_SYNC) {
      config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
    }
    return new WantedTopic(spec, spec.in(prefix), partitions, replicas, Map.copyOf(config));
  }

  private static String retention(TopicSpec<?> spec, boolean unlimited) {
    return spec.retention()
        .filter(kept -> !unlimited)
        .map(kept -> Long.toString(kept.toMillis()))
        .orElse(UNLIMITED);
  }

  NewTopic asNew() {
    return new NewTopic(name, partitions, (short) replicas).configs(config);
  }

  /** One line for a person. */
  String description() {
    var kept = config.get(TopicConfig.RETENTION_MS_CONFIG);
    return "%d %s, %d %s, %s"
        .formatted(
            partitions,
            partitions == 1 ? "partition" : "partitions",
            replicas,
            replicas == 1 ? "replica" : "replicas",
            kept == null ? "compacted" : "kept " + Kept.words(kept));
  }
}
