package io.peerwatch.consumers.dashboard.read;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * Where to begin in each partition: at the first record that is at most {@code lookBack} old, yet
 * at least {@link #RECORDS_MIN} records before the end (recorded data keeps its old times) and at
 * most {@link #RECORDS_MAX} (a start has to end).
 */
final class StartOffsets {
  static final long RECORDS_MIN = 5_000;
  static final long RECORDS_MAX = 200_000;

  private StartOffsets() {}

  static Map<TopicPartition, Long> of(
      Consumer<byte[], byte[]> consumer,
      Collection<TopicPartition> partitions,
      Instant now,
      Duration lookBack,
      Duration timeout) {
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions, timeout);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, timeout);
    long since = now.minus(lookBack).toEpochMilli();
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, since));
    Map<TopicPartition, OffsetAndTimestamp> recent = consumer.offsetsForTimes(times, timeout);
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (TopicPartition partition : partitions) {
      long end = ends.get(partition);
      OffsetAndTimestamp found = recent.get(partition);
      long byTime = found == null ? end : found.offset();
      starts.put(partition, start(beginnings.get(partition), byTime, end));
    }
    return starts;
  }

  static long start(long beginning, long byTime, long end) {
    long atLeast = Math.min(byTime, end - RECORDS_MIN);
    return Math.max(beginning, Math.max(atLeast, end - RECORDS_MAX));
  }
}
