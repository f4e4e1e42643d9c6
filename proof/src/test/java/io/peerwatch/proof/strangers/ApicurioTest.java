package io.peerwatch.proof.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.peerwatch.producers.publish.SamplePublisher;
import io.peerwatch.proof.SharedCluster;
import io.peerwatch.proof.stream.CommittedRecords;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.apply.TopicsCheck;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.json.JsonLines;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsRunner;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Everything that asks a registry, against one that somebody else wrote. */
class ApicurioTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  @TempDir static Path installed;
  @TempDir private Path folder;

  private static Apicurio apicurio;

  private final ConnectionSettings connection = connection(CLUSTER.newConnection().prefix());

  @BeforeAll
  static void start() throws Exception {
    var archive = Apicurio.archive();
    assumeTrue(
        archive.isPresent(),
        "skipped: no Apicurio in Maven's local repository"
            + " (mvn -f .ci/apicurio dependency:resolve fetches it, 109 MB)");
    apicurio = Apicurio.start(archive.get(), installed);
  }

  @AfterAll
  static void stop() {
    if (apicurio != null) {
      apicurio.close();
    }
  }

  @Test
  void shouldTakeAllSchemasOnceAndFindThemAsTheyShouldBe() {
    assertThat(new TopicsCheck(connection, TopicLayout.LOCAL).run())
        .filteredOn(line -> line.contains("no schema is registered"))
        .hasSize(Topics.all().size());
    assertThat(new TopicsApply(connection, TopicLayout.LOCAL).run().done())
        .filteredOn(line -> line.contains("compatibility FULL_TRANSITIVE"))
        .hasSize(Topics.all().size());
    assertThat(new TopicsCheck(connection, TopicLayout.LOCAL).run()).isEmpty();
    assertThat(new TopicsApply(connection, TopicLayout.LOCAL).run().done()).isEmpty();
  }

  @Test
  void shouldKnowTheIdsInOurBytesAndGiveTheSchemaBack() throws Exception {
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    long seed = System.nanoTime();
    System.out.println("ApicurioTest: seed " + seed);
    var random = new RandomValues(seed);
    try (var client = Registries.connect(connection)) {
      for (TopicSpec<?> spec : Topics.all()) {
        roundTrip(client, spec, random);
      }
    }
  }

  @Test
  void shouldRefuseAnIncompatibleSchemaJustAsOursDoes() throws Exception {
    var ours = CLUSTER.newConnection();
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    new TopicsApply(ours, TopicLayout.LOCAL).run();
    var incompatible =
        new AvroSchema(
            "{\"type\":\"record\",\"namespace\":\"io.peerwatch.schemas.avro\",\"name\":\"Silence\","
                + "\"fields\":[{\"name\":\"neededFromNowOn\",\"type\":\"long\"}]}");
    for (var registry : List.of(connection, ours)) {
      try (var client = Registries.connect(registry)) {
        String subject = Topics.SILENCES.subject(registry.prefix());
        assertThat(client.testCompatibility(subject, incompatible)).isFalse();
        assertThatThrownBy(() -> client.register(subject, incompatible))
            .isInstanceOfSatisfying(
                RestClientException.class,
                refusal -> assertThat(refusal.getStatus()).isIn(409, 422));
      }
    }
  }

  @Test
  void shouldServeTheStream() throws Exception {
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    Instant at = Instant.parse("2026-01-05T00:00:00Z");
    try (var publisher = new SamplePublisher(connection)) {
      for (int second = 0; second < 240; second += 10) {
        for (String host : List.of("a", "b", "c")) {
          var cpu = Map.of("system.cpu.utilization", 0.5);
          publisher.publish(new HostSample(host, "web", at.plusSeconds(second), cpu, Map.of()));
        }
      }
      publisher.flush();
    }
    try (var runner = new StreamsRunner(StreamSettings.of(connection, folder))) {
      runner.start();
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> CommittedRecords.verdicts(connection).size() >= 3);
    }
    assertThat(CommittedRecords.rejected(connection)).isEmpty();
  }

  private <V extends SpecificRecord> void roundTrip(
      SchemaRegistryClient client, TopicSpec<V> spec, RandomValues random) throws Exception {
    String topic = connection.topic(spec);
    V value = random.of(spec.valueType());
    try (var values = new AvroSerializer<V>(client, false);
        var fresh = Registries.connect(connection);
        var back = new AvroDeserializer<>(fresh, spec.valueType())) {
      byte[] bytes = values.serialize(topic, value);
      int id = ByteBuffer.wrap(bytes).getInt(1);
      assertThat(fresh.getSchemaById(id).rawSchema()).isEqualTo(spec.schema());
      assertThat(JsonLines.of(back.deserialize(topic, bytes))).isEqualTo(JsonLines.of(value));
    }
  }

  private static ConnectionSettings connection(String prefix) {
    return ConnectionSettings.of(CLUSTER.bootstrapServers(), apicurio.url(), prefix);
  }
}
