package io.peerwatch.local.registry;

import static io.peerwatch.local.registry.TestRegistry.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Confluent's own client talks to the server. */
class ClientTest {
  private static final AvroSchema FIRST = new AvroSchema(schema("a:int"));
  private static final AvroSchema SECOND = new AvroSchema(schema("a:int", "b:int=0"));
  private static final AvroSchema BREAKING = new AvroSchema(schema("c:string"));

  private final LocalRegistry registry = LocalRegistry.start(new MemorySchemaLog(), 0);
  private final SchemaRegistryClient client = new CachedSchemaRegistryClient(registry.url(), 100);

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void shouldRegisterAndReadBack() throws Exception {
    int first = client.register("s", FIRST);
    int second = client.register("s", SECOND, true);
    assertThat(freshClient().getSchemaById(first)).isEqualTo(FIRST);
    assertThat(freshClient().getSchemaBySubjectAndId("s", second)).isEqualTo(SECOND);
    assertThat(client.getAllSubjects()).containsExactly("s");
    assertThat(client.getAllVersions("s")).containsExactly(1, 2);
    assertThat(client.getLatestSchemaMetadata("s").getId()).isEqualTo(second);
    assertThat(client.getSchemaMetadata("s", 1).getSchema()).isEqualTo(FIRST.canonicalString());
    assertThat(freshClient().getId("s", FIRST)).isEqualTo(first);
    assertThat(freshClient().getVersion("s", SECOND)).isEqualTo(2);
    assertThat(client.getAllSubjectsById(first)).containsExactly("s");
    assertThat(client.getAllVersionsById(first)).containsExactly(new SubjectVersion("s", 1));
    assertThat(client.getSchemas("s", false, true)).hasSize(1);
  }

  @Test
  void shouldAskBeforeRegistering() throws Exception {
    assertThat(client.testCompatibility("s", BREAKING)).isTrue();
    client.register("s", FIRST);
    assertThat(client.testCompatibility("s", SECOND)).isTrue();
    assertThat(client.testCompatibility("s", BREAKING)).isFalse();
    assertThat(client.testCompatibilityVerbose("s", BREAKING)).isNotEmpty();
    assertFails(409, () -> client.register("s", BREAKING));
  }

  @Test
  void shouldSetAndReadLevels() throws Exception {
    assertThat(client.getCompatibility(null)).isEqualTo("BACKWARD");
    assertThat(client.updateCompatibility(null, "FULL")).isEqualTo("FULL");
    assertThat(client.updateCompatibility("s", "NONE")).isEqualTo("NONE");
    assertThat(client.getCompatibility("s")).isEqualTo("NONE");
    client.deleteCompatibility("s");
    assertThat(client.getCompatibility(null)).isEqualTo("FULL");
    assertFails(42203, () -> client.updateCompatibility("s", "SIDEWAYS"));
  }

  @Test
  void shouldDeleteSoftlyAndForGood() throws Exception {
    client.register("s", FIRST);
    client.register("s", SECOND);
    assertThat(client.deleteSchemaVersion("s", "1")).isEqualTo(1);
    assertThat(client.getAllVersions("s")).containsExactly(2);
    assertThat(client.deleteSubject("s")).containsExactly(2);
    assertThat(client.getAllSubjects()).isEmpty();
    assertThat(client.getAllSubjects(true)).containsExactly("s");
    assertThat(client.deleteSubject("s", true)).containsExactly(1, 2);
    assertThat(client.getAllSubjects(true)).isEmpty();
  }

  @Test
  void shouldTellWhatIsMissingByItsCode() throws Exception {
    assertFails(40401, () -> client.getAllVersions("s"));
    assertFails(40401, () -> client.getLatestSchemaMetadata("s"));
    assertFails(40403, () -> client.getSchemaById(7));
    client.register("s", FIRST);
    assertFails(40402, () -> client.getSchemaMetadata("s", 7));
    assertFails(40403, () -> client.getId("s", BREAKING));
  }

  @Test
  void shouldHaveOneMode() throws Exception {
    assertThat(client.getMode()).isEqualTo("READWRITE");
    assertThat(client.setMode("READWRITE")).isEqualTo("READWRITE");
    assertFails(42205, () -> client.setMode("IMPORT"));
  }

  @Test
  void shouldTakeSubjectsWithAnyCharacters() throws Exception {
    String odd = "a/b c+d?e%f|g#h";
    int id = client.register(odd, FIRST);
    assertThat(client.getAllSubjects()).containsExactly(odd);
    assertThat(freshClient().getId(odd, FIRST)).isEqualTo(id);
  }

  /** One without anything in its cache. */
  private SchemaRegistryClient freshClient() {
    return new CachedSchemaRegistryClient(registry.url(), 100);
  }

  private static void assertFails(int errorCode, ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(InstanceOfAssertFactories.type(RestClientException.class))
        .extracting(RestClientException::getErrorCode)
        .isEqualTo(errorCode);
  }
}
