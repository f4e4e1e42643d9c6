package io.peerwatch.local.registry;

import static io.peerwatch.local.registry.Refusals.assertRefused;
import static io.peerwatch.local.registry.TestRegistry.request;
import static io.peerwatch.local.registry.TestRegistry.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  private final MemorySchemaLog log = new MemorySchemaLog();
  private final TestRegistry registry = new TestRegistry(log);

  @Test
  void shouldGiveTheSameSchemaTheSameIdAndNoSecondVersion() {
    int id = registry.register("s", schema("a:int"));
    assertThat(registry.register("s", schema("a:int"))).isEqualTo(id);
    assertThat(registry.register("s", " " + schema("a:int") + "\n")).isEqualTo(id);
    assertThat(registry.versions("s", Include.ALL)).containsExactly(1);
    assertThat(log.size()).isEqualTo(1);
  }

  @Test
  void shouldGiveTheSameSchemaTheSameIdUnderEverySubject() {
    int id = registry.register("s", schema("a:int"));
    assertThat(registry.register("t", schema("a:int"))).isEqualTo(id);
    assertThat(registry.register("u", schema("b:int"))).isEqualTo(id + 1);
  }

  @Test
  void shouldFindASchemaAgainAsRegistered() {
    registry.register("s", schema("a:int"));
    int id = registry.register("s", schema("a:int", "b:int=0"));
    var found = registry.lookup("s", schema("a:int", "b:int=0"));
    assertThat(found.version()).isEqualTo(2);
    assertThat(found.id()).isEqualTo(id);
  }

  @Test
  void shouldTellAnUnknownSubjectFromAnUnknownSchema() {
    registry.register("s", schema("a:int"));
    assertRefused(40401, () -> registry.lookup("t", schema("a:int")));
    assertRefused(40403, () -> registry.lookup("s", schema("b:int")));
  }

  @Test
  void shouldRefuseWhatBreaksTheLevelAndKeepNothingOfIt() {
    registry.register("s", schema("a:int"));
    assertRefused(409, () -> registry.register("s", schema("a:int", "b:int")))
        .hasMessageContaining("incompatible with an earlier schema for subject \"s\"")
        .hasMessageContaining("READER_FIELD_MISSING_DEFAULT_VALUE");
    assertThat(registry.versions("s", Include.ALL)).containsExactly(1);
    assertThat(log.size()).isEqualTo(1);
  }

  @Test
  void shouldRefuseWhatIsNoAvroSchema() {
    assertRefused(42201, () -> registry.register("s", "{\"type\":\"record\"}"));
    assertRefused(42201, () -> registry.register("s", "{"));
    assertRefused(42201, () -> registry.register("s", ""));
    assertRefused(42201, () -> registry.register("s", null));
  }

  @Test
  void shouldRefuseOtherTypesByName() {
    RegisterSchemaRequest protobuf = request("syntax = \"proto3\";");
    protobuf.setSchemaType("PROTOBUF");
    assertRefused(42201, () -> registry.registration.register("s", protobuf, false))
        .hasMessage("Invalid schema type PROTOBUF: the local registry takes AVRO only");
  }

  @Test
  void shouldLeaveIdsAndVersionsToTheRegistry() {
    RegisterSchemaRequest withId = request(schema("a:int"));
    withId.setId(7);
    assertRefused(42205, () -> registry.registration.register("s", withId, false));
    RegisterSchemaRequest withVersion = request(schema("a:int"));
    withVersion.setVersion(2);
    assertRefused(42201, () -> registry.registration.register("s", withVersion, false));
  }

  @Test
  void shouldTakeSpellingsForOneSchemaIfAskedToNormalize() {
    String spelled =
        "{\"fields\":[{\"type\":{\"type\":\"int\"},\"name\":\"a\"}],\"name\":\"R\",\"type\":\"record\",\"doc\":\"d\"}";
    String respelled =
        "{\"type\":\"record\",\"doc\":\"d\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}";
    int id = registry.registration.register("s", request(spelled), true);
    assertThat(registry.registration.register("s", request(respelled), true)).isEqualTo(id);
  }

  @Test
  void shouldResolveReferencesAndRefuseDanglingOnes() {
    registry.register("part", "{\"type\":\"record\",\"name\":\"Part\",\"fields\":[]}");
    RegisterSchemaRequest whole =
        request(
            "{\"type\":\"record\",\"name\":\"W\",\"fields\":[{\"name\":\"p\",\"type\":\"Part\"}]}");
    whole.setReferences(List.of(new SchemaReference("Part", "part", 1)));
    int id = registry.registration.register("whole", whole, false);
    assertThat(registry.journal.schemas().referrers("part", 1)).containsExactly(id);
    whole.setReferences(List.of(new SchemaReference("Part", "part", 2)));
    assertRefused(42201, () -> registry.registration.register("whole", whole, false));
  }

  @Test
  void shouldAnswerManyAtOnceAsIfOneAfterTheOther() {
    List<Integer> ids =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> registry.register("s" + i % 10, schema("a" + i / 20 + ":int=0")))
            .toList();
    assertThat(ids.stream().distinct()).hasSize(10).allMatch(id -> id >= 1 && id <= 10);
    for (int subject = 0; subject < 10; subject++) {
      assertThat(registry.versions("s" + subject, Include.ALL))
          .hasSizeBetween(1, 10)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, registry.versions("s" + subject, Include.ALL).size())
                  .boxed()
                  .toList());
    }
  }

  @Test
  void shouldShowNothingThatIsNotDurableAndNeverUseItsIdAgain() {
    int first = registry.register("s", schema("a:int"));
    log.failWrites(true);
    assertRefused(50001, () -> registry.register("t", schema("b:int")));
    assertThat(registry.journal.schemas().subjects("", Include.ALL)).containsExactly("s");
    assertThat(registry.lookup("s", schema("a:int")).id()).isEqualTo(first);

    log.failWrites(false);
    // The failed write may have been kept after all, so its id may be in use.
    assertThat(registry.register("u", schema("c:int"))).isGreaterThan(first + 1);
  }
}
