package io.peerwatch.streams.source;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
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

  /** The record that a processor behind a source was just given. */
  public static SourceRecord of(ProcessorContext<?, ?> context, Record<byte[], byte[]> record) {
    return of(context, record, record.value());
  }

  /** The same where only the caller knows that its value is bytes. */
  public static SourceRecord of(
      ProcessorContext<?, ?> context, Record<byte[], ?> record, byte[] value) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    return new SourceRecord(
        at.topic(), at.partition(), at.offset(), record.key(), value, record.timestamp());
  }

  /** A record as a consumer gives it, at the time that Kafka Streams would see. */
  public static SourceRecord of(ConsumerRecord<byte[], byte[]> record) {
    return new SourceRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        record.value(),
        RecordTimeExtractor.timeOf(record));
  }
}
