package io.peerwatch.streams.window;

import io.peerwatch.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Key of a tick on its way to the log: on the topic it is the reserved key alone, the partition is
 * where it goes.
 */
record TickKey(int partition) {
  private static final byte[] RESERVED = Topics.TICK_KEY.getBytes(StandardCharsets.UTF_8);

  static Serializer<TickKey> serializer() {
    return (topic, key) -> RESERVED;
  }

  /** Each task ticks into the partition that it reads. */
  static StreamPartitioner<TickKey, byte[]> partitioner() {
    return new StreamPartitioner<>() {
      @Override
      public Optional<Set<Integer>> partitions(
          String topic, TickKey key, byte[] value, int partitions) {
        return Optional.of(Set.of(key.partition()));
      }
    };
  }
}
