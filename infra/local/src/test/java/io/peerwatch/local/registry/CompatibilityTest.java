package io.peerwatch.local.registry;

import static io.peerwatch.local.registry.Refusals.assertRefused;
import static io.peerwatch.local.registry.TestRegistry.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {
  private static final String A = schema("a:int");
  private static final String AND_B = schema("a:int", "b:int");
  private static final String AND_B_OR_ZERO = schema("a:int", "b:int=0");

  private final TestRegistry registry = new TestRegistry(new MemorySchemaLog());

  /** Adding a field without a default breaks new readers; dropping one breaks old readers. */
  @ParameterizedTest
  @CsvSource({
    "NONE, true, true",
    "BACKWARD, false, true",
    "FORWARD, true, false",
    "FULL, false, false",
    "BACKWARD_TRANSITIVE, false, true",
    "FORWARD_TRANSITIVE, true, false",
    "FULL_TRANSITIVE, false, false"
  })
  void shouldAllowWhatTheLevelAllows(String level, boolean added, boolean dropped) {
    registry.level("adding", level);
    registry.level("dropping", level);
    registry.register("adding", A);
    registry.register("dropping", AND_B);
    assertThat(isTaken("adding", AND_B)).isEqualTo(added);
    assertThat(isTaken("dropping", A)).isEqualTo(dropped);
  }

  @Test
  void shouldLookBackBeyondTheLatestOnlyIfTransitive() {
    for (String level : new String[] {"BACKWARD", "BACKWARD_TRANSITIVE"}) {
      registry.level(level, level);
      registry.register(level, A);
      registry.register(level, AND_B_OR_ZERO);
      assertThat(isTaken(level, AND_B)).isEqualTo(level.equals("BACKWARD"));
    }
  }

  @Test
  void shouldNotCompareWithVersionsThatWereDeleted() {
    registry.register("s", A);
    registry.deletion.deleteVersion("s", new VersionNumber(1), false);
    assertThat(isTaken("s", schema("a:string"))).isTrue();
  }

  @Test
  void shouldBeBackwardUntilToldOtherwise() {
    assertThat(registry.compatibility.of("s")).isEqualTo(CompatibilityLevel.BACKWARD);
    registry.compatibility.set(Optional.empty(), "full");
    assertThat(registry.compatibility.of("s")).isEqualTo(CompatibilityLevel.FULL);
    registry.level("s", "NONE");
    assertThat(registry.compatibility.of("s")).isEqualTo(CompatibilityLevel.NONE);
    assertThat(registry.compatibility.of("t")).isEqualTo(CompatibilityLevel.FULL);
  }

  @Test
  void shouldTakeLevelsBack() {
    registry.level("s", "NONE");
    assertThat(registry.compatibility.unset(Optional.of("s"))).isEqualTo(CompatibilityLevel.NONE);
    assertThat(registry.compatibility.of("s")).isEqualTo(CompatibilityLevel.BACKWARD);
    assertRefused(40401, () -> registry.compatibility.unset(Optional.of("s")));
    registry.compatibility.set(Optional.empty(), "NONE");
    registry.compatibility.unset(Optional.empty());
    assertThat(registry.compatibility.global()).isEqualTo(CompatibilityLevel.BACKWARD);
  }

  @Test
  void shouldRefuseWhatIsNoLevel() {
    assertRefused(42203, () -> registry.level("s", "SIDEWAYS"));
    assertRefused(42203, () -> registry.level("s", null));
  }

  private boolean isTaken(String subject, String schema) {
    try {
      registry.register(subject, schema);
      return true;
    } catch (RegistryException refused) {
      assertThat(refused.errorCode()).isEqualTo(409);
      return false;
    }
  }
}
