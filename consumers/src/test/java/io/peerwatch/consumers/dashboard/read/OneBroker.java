package io.peerwatch.consumers.dashboard.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** A consumer over one partition a topic, filled by the test. */
final class OneBroker extends MockConsumer<byte[], byte[]> {
  static final ConnectionSettings CONNECTION =
      ConnectionSettings.of("localhost:1", "http://localhost:2", "peerwatch.");

  private final Map<TopicPartition, Long> ends = new HashMap<>();

  OneBroker() {
    super("earliest");
  }

  void create(TopicSpec<?> spec) {
    TopicPartition partition = partition(spec);
    updatePartitions(
        partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
    updateBeginningOffsets(Map.of(partition, 0L));
    updateEndOffsets(Map.of(partition, 0L));
    ends.put(partition, 0L);
  }

  <V extends SpecificRecord> void write(SchemaRegistryClient registry, TopicSpec<V> spec, V value) {
    try (AvroSerializer<V> serializer = new AvroSerializer<>(registry, true)) {
      writeBytes(spec, serializer.serialize(CONNECTION.topic(spec), value));
    }
  }

  void writeBytes(TopicSpec<?> spec, byte[] value) {
    TopicPartition partition = partition(spec);
    long offset = ends.merge(partition, 1L, Long::sum) - 1;
    addRecord(new ConsumerRecord<>(partition.topic(), 0, offset, "key".getBytes(UTF_8), value));
    updateEndOffsets(Map.of(partition, offset + 1));
  }

  /** No record is recent here, so that reading starts some records before the end. */
  @Override
  public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
      Map<TopicPartition, Long> times, Duration timeout) {
    return Map.of();
  }

  private static TopicPartition partition(TopicSpec<?> spec) {
    return new TopicPartition(CONNECTION.topic(spec), 0);
  }
}
