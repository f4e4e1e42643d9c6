package io.peerwatch.streams.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** How many records of the samples topic lie behind what was read, by partition. */
final class SamplesBehind {
  private final String topic;
  private final Map<Integer, Fetched> partitions = new ConcurrentHashMap<>();

  SamplesBehind(String topic) {
    this.topic = topic;
  }

  /**
   * @param offset of the last record fetched; -1 before the first
   * @param left records that are not fetched yet; transactions' own marks are among them
   */
  private record Fetched(long offset, long left) {}

  boolean concerns(TopicPartition partition) {
    return partition.topic().equals(topic);
  }

  void fetched(int partition, long offset) {
    partitions.merge(
        partition, new Fetched(offset, 0), (before, now) -> new Fetched(offset, before.left()));
  }

  void left(int partition, long records) {
    partitions.merge(
        partition,
        new Fetched(-1, records),
        (before, now) -> new Fetched(before.offset(), records));
  }

  /**
   * Records behind an offset that was read.
   *
   * @param readOffset -1 when nothing was read yet: then those fetched and not read are left out
   */
  long after(int partition, long readOffset) {
    Fetched fetched = partitions.getOrDefault(partition, new Fetched(-1, 0));
    long waiting = readOffset < 0 ? 0 : Math.max(0, fetched.offset() - readOffset);
    return fetched.left() + waiting;
  }
}
