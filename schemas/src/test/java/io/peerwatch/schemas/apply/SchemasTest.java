package io.peerwatch.schemas.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.List;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class SchemasTest {
  private static final String PREFIX = "peerwatch.";
  private static final String SUBJECT = "peerwatch.silences-value";

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();

  @Test
  void shouldRegisterEverySchemaOnce() throws Exception {
    assertThat(apply()).hasSize(24).contains(SUBJECT + ": compatibility FULL_TRANSITIVE");
    assertThat(registry.getAllSubjects()).hasSize(12);

    assertThat(apply()).isEmpty();
    assertThat(check()).isEmpty();
  }

  @Test
  void shouldNameTheCommandThatRegistersWhatIsMissing() {
    assertThat(check())
        .hasSize(12)
        .contains(SUBJECT + ": no schema is registered; run 'peerwatch topics apply'");
  }

  @Test
  void shouldNoticeAnotherCompatibilityAndSetIt() throws Exception {
    apply();
    registry.updateCompatibility(SUBJECT, "NONE");

    assertThat(check())
        .containsExactly(
            SUBJECT
                + ": compatibility is NONE, should be FULL_TRANSITIVE; run 'peerwatch topics apply'");
    assertThat(apply()).containsExactly(SUBJECT + ": compatibility FULL_TRANSITIVE");
  }

  @Test
  void shouldTellAnOlderBuildFromANewerOne() throws Exception {
    apply();
    registry.register(SUBJECT, with("{'name':'extra','type':'string','default':''}"));

    assertThat(check())
        .containsExactly(
            SUBJECT
                + ": version 2 is registered, this build has version 1: upgrade it when convenient,"
                + " they read each other");
  }

  @Test
  void shouldAddAVersionToThoseOfAnOlderBuild() throws Exception {
    registry.register(SUBJECT, with("{'name':'extra','type':'string','default':''}"));

    assertThat(check())
        .contains(
            SUBJECT
                + ": this build's schema is not registered (latest is version 1, compatible);"
                + " run 'peerwatch topics apply'");
    assertThat(apply()).anyMatch(line -> line.startsWith(SUBJECT + ": registered Silence, id "));
  }

  @Test
  void shouldSayWhenAnotherProgramUsesTheSubject() throws Exception {
    registry.register(SUBJECT, with("{'name':'why','type':'long'}"));
    registry.updateCompatibility(SUBJECT, "FULL_TRANSITIVE");

    assertThat(check())
        .anyMatch(line -> line.startsWith(SUBJECT) && line.contains("not compatible"));
    assertThatThrownBy(this::apply)
        .isInstanceOf(TopicsException.class)
        .hasMessageStartingWith(SUBJECT + ": the registry does not take this build's Silence");
  }

  @Test
  void shouldLookAtOlderVersionsToo() throws Exception {
    registry.register(SUBJECT, with("{'name':'why','type':'long','default':0}"));
    registry.register(SUBJECT, without());

    assertThat(check())
        .anyMatch(line -> line.startsWith(SUBJECT) && line.contains("not compatible"));
    assertThatThrownBy(this::apply)
        .isInstanceOf(TopicsException.class)
        .hasMessageContaining("take another --prefix");
  }

  private static AvroSchema without() {
    return new AvroSchema(
        SchemaBuilder.record("Silence")
            .namespace("io.peerwatch.schemas.avro")
            .fields()
            .endRecord());
  }

  private static AvroSchema with(String field) {
    var fields =
        field.contains("'why'") ? field : field + ",{'name':'why','type':'string','default':''}";
    return new AvroSchema(
        "{'type':'record','name':'Silence','namespace':'io.peerwatch.schemas.avro','fields':[%s]}"
            .formatted(fields)
            .replace('\'', '"'));
  }

  private List<String> apply() {
    var subjects = subjects();
    return new SchemasApply(subjects, subjects, PREFIX).run();
  }

  private List<String> check() {
    return new SchemasCheck(subjects(), PREFIX, "peerwatch topics apply").run();
  }

  private SubjectSchemas subjects() {
    return new SubjectSchemas(registry, "http://127.0.0.1");
  }
}
