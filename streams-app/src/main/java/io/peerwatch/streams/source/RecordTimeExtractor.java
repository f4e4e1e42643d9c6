package io.peerwatch.streams.source;

import io.peerwatch.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Record time as the broker will accept it again: not before the epoch and not after now, since a
 * later one is refused on internal topics and would stop the application for good. It decides
 * nothing: event time travels in the value. A tick's time is its meaning and stays as it was
 * written: whoever reads the log again must see the same.
 */
public final class RecordTimeExtractor implements TimestampExtractor {
  private static final byte[] TICK_KEY = Topics.TICK_KEY.getBytes(StandardCharsets.UTF_8);

  /**
   * A time that has been, in epoch milliseconds: most records are older, and asking the clock for
   * each takes as long as gathering a sample. It is asked now and then, for clocks are set back.
   * Threads may see an earlier one.
   */
  private static long past;

  private static final int ASKED_EVERY = 1_000;
  private static int unasked;

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return timeOf(record);
  }

  /** The same for a record that was read by other means. */
  public static long timeOf(ConsumerRecord<?, ?> record) {
    if (record.value() == null && record.key() instanceof byte[] key && isTick(key)) {
      return Math.max(0, record.timestamp());
    }
    long timestamp = record.timestamp();
    if (timestamp > past || ++unasked >= ASKED_EVERY) {
      unasked = 0;
      past = System.currentTimeMillis();
      timestamp = Math.min(timestamp, past);
    }
    return Math.max(0, timestamp);
  }

  /** Whether this is the key of a tick. */
  public static boolean isTick(byte[] key) {
    return Arrays.equals(TICK_KEY, key);
  }
}
