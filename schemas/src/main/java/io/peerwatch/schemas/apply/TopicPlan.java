package io.peerwatch.schemas.apply;

import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.util.List;
import java.util.Map;

/** Turns the catalogue and a layout into the topics that a cluster should have. */
final class TopicPlan {
  private TopicPlan() {}

  /**
   * The topics wanted, in the catalogue's order.
   *
   * @param there the topics that exist, by full name
   * @param brokers how many brokers the cluster has, at least 1
   */
  static List<WantedTopic> of(
      String prefix, TopicLayout layout, Map<String, TopicState> there, int brokers) {
    int partitions = layout.partitions().orElseGet(() -> partitionsOf(prefix, there));
    int replicas = layout.replicas().orElse(Math.min(TopicLayout.REPLICAS_DEFAULT, brokers));
    return Topics.all().stream()
        .<WantedTopic>map(
            spec ->
                WantedTopic.of(
                    spec,
                    prefix,
                    partitions(spec, partitions),
                    replicas,
                    layout.retentionUnlimited()))
        .toList();
  }

  /** As many as a topic of the kind has already, so that new ones are co-partitioned with it. */
  private static int partitionsOf(String prefix, Map<String, TopicState> there) {
    return Topics.all().stream()
        .filter(TopicSpec::partitionedByGroup)
        .map(spec -> there.get(spec.in(prefix)))
        .filter(state -> state != null)
        .findFirst()
        .map(TopicState::partitions)
        .orElse(TopicLayout.PARTITIONS_DEFAULT);
  }

  /** One partition where the order of all records matters and there are few. */
  private static int partitions(TopicSpec<?> spec, int ofGroups) {
    return spec.key().onePartition() ? 1 : ofGroups;
  }
}
