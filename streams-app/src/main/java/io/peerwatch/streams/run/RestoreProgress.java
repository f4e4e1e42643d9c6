package io.peerwatch.streams.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How many changelog records are still to be read before the state of each partition is there. */
public final class RestoreProgress implements StateRestoreListener {
  private final Map<TopicPartition, Long> remaining = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
  private final AtomicLong restored = new AtomicLong();

  /** Records still to be read; transactions' own marks are among them. */
  public long remainingRecords() {
    return remaining.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Partitions of stores that are being restored. */
  public int partitions() {
    return remaining.size();
  }

  /** Records read since the start. */
  public long restoredRecords() {
    return restored.get();
  }

  @Override
  public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
    ends.put(partition, end);
    remaining.put(partition, Math.max(0, end - start));
  }

  @Override
  public void onBatchRestored(TopicPartition partition, String store, long upTo, long records) {
    restored.addAndGet(records);
    remaining.computeIfPresent(
        partition, (at, before) -> Math.max(0, ends.getOrDefault(at, upTo) - upTo - 1));
  }

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long total) {
    remaining.remove(partition);
    ends.remove(partition);
  }

  @Override
  public void onRestoreSuspended(TopicPartition partition, String store, long total) {
    onRestoreEnd(partition, store, total);
  }
}
