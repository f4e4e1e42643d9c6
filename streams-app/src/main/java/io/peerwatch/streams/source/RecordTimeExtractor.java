package io.peerwatch.streams.source;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Record time as the broker will accept it again: not before the epoch and not after now, since a
 * later one is refused on internal topics and would stop the application for good. It decides
 * nothing: event time travels in the value.
 */
public final class RecordTimeExtractor implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return Math.max(0, Math.min(record.timestamp(), System.currentTimeMillis()));
  }
}
