package io.peerwatch.proof.bench.pipeline.measure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Where topics end, and up to where a consumer group has committed. */
public final class Offsets {
  private final Admin admin;

  public Offsets(Admin admin) {
    this.admin = admin;
  }

  /** The end of each of the topic's partitions. */
  public Map<TopicPartition, Long> ends(String topic) {
    Map<String, TopicDescription> described =
        get(admin.describeTopics(List.of(topic)).allTopicNames());
    int partitions = described.get(topic).partitions().size();
    Map<TopicPartition, OffsetSpec> latest =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toMap(Function.identity(), at -> OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> ends = get(admin.listOffsets(latest).all());
    return ends.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  /**
   * Whether the group has committed up to there, so that its readers see it.
   *
   * @param slack offsets that may be missing: where the end is a transaction's mark, nobody commits
   *     behind it
   */
  public boolean reached(String group, Map<TopicPartition, Long> ends, long slack) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(
            admin
                .listConsumerGroupOffsets(
                    group, new ListConsumerGroupOffsetsOptions().requireStable(true))
                .partitionsToOffsetAndMetadata());
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata at = committed.get(end.getKey());
              return end.getValue() <= slack
                  || (at != null && at.offset() >= end.getValue() - slack);
            });
  }

  static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the broker", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused: " + e.getCause(), e.getCause());
    }
  }
}
