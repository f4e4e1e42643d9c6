package io.peerwatch.streams.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.CanaryGroups;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the canaries' verdicts back, as a reader of committed records sees them. */
final class CanaryReader implements AutoCloseable {
  private static final byte[] START = CanaryGroups.START.getBytes(UTF_8);
  private static final Duration POLL = Duration.ofMillis(500);

  private final String topic;
  private final RoundTrips trips;
  private final AvroDeserializer<GroupVerdict> values;
  private final KafkaConsumer<byte[], byte[]> consumer;

  CanaryReader(ConnectionSettings connection, RoundTrips trips) {
    this.topic = connection.topic(Topics.GROUP_VERDICTS);
    this.trips = trips;
    this.values = new AvroDeserializer<>(Registries.connect(connection), GroupVerdict.class);
    Map<String, Object> properties = new HashMap<>(connection.kafkaClient());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    this.consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Reads on, on those partitions; returns after half a second at the most when there are some. */
  void read(Set<Integer> partitions) {
    Set<TopicPartition> wanted =
        partitions.stream()
            .map(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toSet());
    if (!consumer.assignment().equals(wanted)) {
      consumer.assign(wanted);
    }
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      if (isCanary(record.key())) {
        GroupVerdict verdict = values.deserialize(topic, record.value());
        long end = verdict.getWindowEnd().toEpochMilli();
        trips.seen(verdict.getGroup(), end, System.nanoTime());
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
    values.close();
  }

  private static boolean isCanary(byte[] key) {
    return key != null
        && key.length > START.length
        && Arrays.equals(key, 0, START.length, START, 0, START.length);
  }
}
