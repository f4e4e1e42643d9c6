package io.peerwatch.proof.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.peerwatch.proof.SharedCluster;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.released.Compatibility;
import io.peerwatch.schemas.released.ReleasedSchemas;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Breaking changes fail and compatible ones pass: in our own check, a registry, and in bytes. */
class ContractsTest {
  private static final Path RELEASED = Path.of("..", "schemas", "released");
  private static final long SEED = System.nanoTime() % 1_000_000;

  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  private static ConnectionSettings connection;
  private static SchemaRegistryClient registry;

  @BeforeAll
  static void registerTheCatalogue() {
    System.out.println("ContractsTest: seed " + SEED);
    connection = CLUSTER.newConnection();
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    registry = Registries.connect(connection);
  }

  @AfterAll
  static void close() throws IOException {
    registry.close();
  }

  @ParameterizedTest
  @EnumSource(Mutation.class)
  void shouldAgreeWithTheRegistryAboutEveryChange(Mutation mutation) throws Exception {
    var random = new Random(SEED);
    int done = 0;
    for (TopicSpec<?> spec : Topics.all()) {
      var schema = spec.schema();
      var mutated = mutation.of(SchemaText.of(schema), random);
      if (mutated.isPresent()) {
        var changed = mutated.get().schema();
        var what = "%s of %s, seed %d: %s".formatted(mutation, spec.name(), SEED, changed);
        var ours = Compatibility.breaks(changed, List.of(schema));
        var registrys = registry.testCompatibility(subject(spec), new AvroSchema(changed));
        assertThat(ours.isEmpty()).as(what).isEqualTo(!mutation.breaking);
        assertThat(registrys).as(what).isEqualTo(ours.isEmpty());
        done++;
      }
    }
    assertThat(done).as("topics changed").isPositive();
  }

  @ParameterizedTest
  @EnumSource(Mutation.class)
  void shouldReadBytesAcrossEveryCompatibleChange(Mutation mutation) throws IOException {
    var random = new Random(SEED);
    for (TopicSpec<?> spec : Topics.all()) {
      var schema = spec.schema();
      var mutated = mutation.of(SchemaText.of(schema), random);
      if (mutated.isPresent() && !mutation.breaking) {
        Bytes.requireReadable(schema, mutated.get().schema(), SEED);
        Bytes.requireReadable(mutated.get().schema(), schema, SEED);
      }
    }
  }

  @Test
  void shouldReadBytesAcrossEveryRelease() throws IOException {
    var released = ReleasedSchemas.in(RELEASED);
    for (var topics : released.versions().values()) {
      for (TopicSpec<?> spec : Topics.all()) {
        if (topics.containsKey(spec.name())) {
          Bytes.requireReadable(topics.get(spec.name()), spec.schema(), SEED);
          Bytes.requireReadable(spec.schema(), topics.get(spec.name()), SEED);
        }
      }
    }
    assertThat(released.versions()).isNotEmpty();
  }

  @Test
  void shouldRefuseWhatBreaksWithAnOlderVersionOnly() throws Exception {
    var subject = connection.prefix() + "transitive-value";
    var first = record().requiredString("id").optionalString("why").endRecord();
    var second = record().requiredString("id").endRecord();
    var third = record().requiredString("id").optionalLong("why").endRecord();
    registry.register(subject, new AvroSchema(first));
    registry.updateCompatibility(subject, "FULL_TRANSITIVE");
    registry.register(subject, new AvroSchema(second));

    assertThat(Compatibility.breaks(third, List.of(second))).isEmpty();
    assertThat(Compatibility.breaks(third, List.of(first, second))).isNotEmpty();
    assertThatThrownBy(() -> registry.register(subject, new AvroSchema(third)))
        .isInstanceOf(RestClientException.class);
  }

  private static SchemaBuilder.FieldAssembler<Schema> record() {
    return SchemaBuilder.record("Note").namespace("io.peerwatch.test").fields();
  }

  private static String subject(TopicSpec<?> spec) {
    return spec.subject(connection.prefix());
  }
}
