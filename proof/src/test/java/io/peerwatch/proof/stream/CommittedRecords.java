package io.peerwatch.proof.stream;

import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a reader of committed records sees of a topic, from its beginning. */
public final class CommittedRecords {
  private CommittedRecords() {}

  public static List<HostSample> samples(ConnectionSettings connection) {
    return all(connection, Topics.HOST_SAMPLES);
  }

  public static List<HostAlert> alerts(ConnectionSettings connection) {
    return all(connection, Topics.HOST_ALERTS);
  }

  public static List<GroupVerdict> verdicts(ConnectionSettings connection) {
    return all(connection, Topics.GROUP_VERDICTS);
  }

  public static List<RejectedRecord> rejected(ConnectionSettings connection) {
    return all(connection, Topics.REJECTED_RECORDS);
  }

  private static <V extends SpecificRecord> List<V> all(
      ConnectionSettings connection, TopicSpec<V> topic) {
    Map<String, Object> properties = new HashMap<>(connection.kafkaClient());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    var values = new AvroDeserializer<>(Registries.connect(connection), topic.valueType());
    try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), values)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(connection.topic(topic)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<V> read = new ArrayList<>();
      while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(record.value()));
      }
      read.removeIf(Objects::isNull); // ticks
      return read;
    }
  }
}
