package io.peerwatch.streams.source;

import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A record as it came from the log, kept beside what was made of it so that a later stage can still
 * say exactly what it refuses.
 *
 * @param key null when it had none
 * @param value null when it had none
 * @param timestamp record time in epoch milliseconds
 */
public record SourceRecord(
    String topic, int partition, long offset, byte[] key, byte[] value, long timestamp) {

  public static SourceRecord of(RecordMetadata at, byte[] key, byte[] value, long timestamp) {
    return new SourceRecord(at.topic(), at.partition(), at.offset(), key, value, timestamp);
  }
}
