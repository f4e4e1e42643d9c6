package io.peerwatch.producers.publish;

import io.peerwatch.schemas.avro.HostSample;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Turns samples into records: keyed by the group, stamped with a time that brokers accept. */
final class SampleRecords {
  private final String topic;
  private final Serializer<HostSample> values;
  private final InstantSource clock;

  SampleRecords(String topic, Serializer<HostSample> values, InstantSource clock) {
    this.topic = topic;
    this.values = values;
    this.clock = clock;
  }

  /** Has the schema's id found out, which the first record would do. */
  void learnSchema() {
    values.serialize(topic, new HostSample("", "", Instant.EPOCH, Map.of(), Map.of()));
  }

  /** The record's own stamp lies within [0, now]; event time travels untouched in the value. */
  ProducerRecord<byte[], byte[]> of(HostSample sample) {
    byte[] key = sample.getGroup().getBytes(StandardCharsets.UTF_8);
    byte[] value = values.serialize(topic, sample);
    long stamp = Math.max(0, Math.min(sample.getTimestamp().toEpochMilli(), clock.millis()));
    return new ProducerRecord<>(topic, null, stamp, key, value);
  }
}
