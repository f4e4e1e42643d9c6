package io.peerwatch.proof.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.proof.SharedCluster;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.GroupPartitions;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsRunner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Poison on a real topic: told with its reason and offset, and the rest goes on. */
class RejectsTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  private static final Map<String, Double> CPU = Map.of("system.cpu.utilization", 0.5);
  private static final Instant AT = Instant.parse("2026-01-05T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void shouldTellEveryPoisonedRecordAndJudgeTheRest() throws Exception {
    ConnectionSettings connection = CLUSTER.newConnection();
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    String topic = connection.topic(Topics.HOST_SAMPLES);
    int right = GroupPartitions.of("web", 4);
    try (var values = new AvroSerializer<HostSample>(Registries.connect(connection), false);
        var producer =
            new KafkaProducer<>(
                connection.kafkaClient(), new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] good = values.serialize(topic, sample("a", AT));
      send(producer, topic, right, "web", new byte[] {1, 2, 3, 4, 5, 6});
      send(producer, topic, right, "web", new byte[] {0, 0x7f, 0, 0, 0, 6});
      send(producer, topic, right, "db", good);
      send(producer, topic, (right + 1) % 4, "web", good);
      send(producer, topic, right, "web", values.serialize(topic, sample("", AT)));
      for (int second = 0; second < 240; second += 10) {
        for (String host : List.of("a", "b", "c")) {
          HostSample sample = sample(host, AT.plusSeconds(second));
          send(producer, topic, right, "web", values.serialize(topic, sample));
        }
      }
    }
    try (var runner = new StreamsRunner(StreamSettings.of(connection, folder))) {
      runner.start();
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> CommittedRecords.verdicts(connection).size() >= 3);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> CommittedRecords.rejected(connection).size() >= 5);
    }
    List<RejectedRecord> rejected = CommittedRecords.rejected(connection);
    assertThat(rejected)
        .extracting(RejectedRecord::getReason)
        .containsExactlyInAnyOrder(
            RejectReason.NOT_WIRE_FORMAT,
            RejectReason.UNKNOWN_SCHEMA,
            RejectReason.KEY_NOT_GROUP,
            RejectReason.WRONG_PARTITION,
            RejectReason.NO_HOST);
    assertThat(rejected)
        .filteredOn(record -> record.getPartition() == right)
        .extracting(RejectedRecord::getOffset)
        .containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
    assertThat(CommittedRecords.verdicts(connection))
        .allMatch(verdict -> verdict.getHostsReported() == 3);
  }

  private static HostSample sample(String host, Instant at) {
    return new HostSample(host, "web", at, CPU, Map.of());
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, String topic, int partition, String key, byte[] value)
      throws Exception {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(topic, partition, keyBytes, value)).get();
  }
}
