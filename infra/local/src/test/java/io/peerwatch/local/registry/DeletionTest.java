package io.peerwatch.local.registry;

import static io.peerwatch.local.registry.Refusals.assertRefused;
import static io.peerwatch.local.registry.TestRegistry.request;
import static io.peerwatch.local.registry.TestRegistry.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletionTest {
  private static final VersionNumber FIRST = new VersionNumber(1);

  private final TestRegistry registry = new TestRegistry(new MemorySchemaLog());
  private int firstId;

  @BeforeEach
  void registerTwoVersions() {
    firstId = registry.register("s", schema("a:int"));
    registry.register("s", schema("a:int", "b:int=0"));
  }

  @Test
  void shouldHideAVersionButKeepItReadableById() {
    assertThat(registry.deletion.deleteVersion("s", FIRST, false)).isEqualTo(1);
    assertThat(registry.versions("s", Include.LIVE)).containsExactly(2);
    assertThat(registry.versions("s", Include.DELETED_ONLY)).containsExactly(1);
    assertThat(registry.journal.schemas().withId(firstId)).hasSize(1);
  }

  @Test
  void shouldEraseAVersionOnlyAfterHidingIt() {
    assertRefused(40407, () -> registry.deletion.deleteVersion("s", FIRST, true));
    registry.deletion.deleteVersion("s", FIRST, false);
    assertRefused(40406, () -> registry.deletion.deleteVersion("s", FIRST, false));
    assertThat(registry.deletion.deleteVersion("s", FIRST, true)).isEqualTo(1);
    assertThat(registry.versions("s", Include.ALL)).containsExactly(2);
    assertThat(registry.journal.schemas().withId(firstId)).isEmpty();
  }

  @Test
  void shouldHideTheLatestOneAfterTheOther() {
    VersionNumber latest = VersionNumber.parse("latest");
    assertThat(registry.deletion.deleteVersion("s", latest, false)).isEqualTo(2);
    assertThat(registry.deletion.deleteVersion("s", latest, false)).isEqualTo(1);
    assertRefused(40401, () -> registry.deletion.deleteVersion("s", latest, false));
  }

  @Test
  void shouldHideThenEraseAWholeSubject() {
    assertRefused(40405, () -> registry.deletion.deleteSubject("s", true));
    assertThat(registry.deletion.deleteSubject("s", false)).containsExactly(1, 2);
    assertRefused(40404, () -> registry.deletion.deleteSubject("s", false));
    assertThat(registry.journal.schemas().subjects("", Include.DELETED_ONLY)).containsExactly("s");
    assertThat(registry.deletion.deleteSubject("s", true)).containsExactly(1, 2);
    assertRefused(40401, () -> registry.deletion.deleteSubject("s", true));
    assertThat(registry.journal.schemas().subjects("", Include.ALL)).isEmpty();
  }

  @Test
  void shouldTellAnUnknownVersionFromAnUnknownSubject() {
    assertRefused(40402, () -> registry.deletion.deleteVersion("s", new VersionNumber(3), false));
    assertRefused(40401, () -> registry.deletion.deleteVersion("t", FIRST, false));
    assertRefused(40401, () -> registry.deletion.deleteSubject("t", false));
  }

  @Test
  void shouldBringASchemaBackAsANewVersionWithItsOldId() {
    registry.deletion.deleteSubject("s", false);
    assertThat(registry.register("s", schema("a:int"))).isEqualTo(firstId);
    assertThat(registry.versions("s", Include.LIVE)).containsExactly(3);
  }

  @Test
  void shouldForgetTheLevelOfADeletedSubject() {
    registry.level("s", "NONE");
    registry.deletion.deleteSubject("s", false);
    assertThat(registry.compatibility.of("s")).isEqualTo(CompatibilityLevel.BACKWARD);
  }

  @Test
  void shouldKeepWhatALiveSchemaBuildsOn() {
    var whole =
        request(
            "{\"type\":\"record\",\"name\":\"W\",\"fields\":[{\"name\":\"p\",\"type\":\"R\"}]}");
    whole.setReferences(List.of(new SchemaReference("R", "s", 1)));
    registry.registration.register("whole", whole, false);
    assertRefused(42206, () -> registry.deletion.deleteVersion("s", FIRST, false));
    assertRefused(42206, () -> registry.deletion.deleteSubject("s", false));
    registry.deletion.deleteSubject("whole", false);
    assertThat(registry.deletion.deleteSubject("s", false)).containsExactly(1, 2);
  }
}
