package io.peerwatch.local.registry;

import static io.peerwatch.local.registry.TestRegistry.schema;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A restart, also after the broker has compacted the topic, finds what was there. */
class ReplayTest {
  private static final List<String> SUBJECTS = List.of("s", "t", "u");
  private static final List<String> LEVELS = List.of("NONE", "FULL", "BACKWARD_TRANSITIVE");
  private static final int STEPS = 300;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldAnswerTheSameAfterReplayAndAfterCompaction(long seed) {
    MemorySchemaLog log = new MemorySchemaLog();
    TestRegistry registry = new TestRegistry(log);
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      doSomething(registry, random);
    }
    assertThat(everything(new TestRegistry(log))).isEqualTo(everything(registry));
    log.compact();
    assertThat(everything(new TestRegistry(log))).isEqualTo(everything(registry));
  }

  private static void doSomething(TestRegistry registry, Random random) {
    String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
    VersionNumber version = new VersionNumber(1 + random.nextInt(4));
    boolean forGood = random.nextBoolean();
    try {
      switch (random.nextInt(8)) {
        case 0 -> registry.deletion.deleteSubject(subject, forGood);
        case 1, 2 -> registry.deletion.deleteVersion(subject, version, forGood);
        case 3 -> registry.level(subject, LEVELS.get(random.nextInt(LEVELS.size())));
        case 4 -> registry.compatibility.unset(Optional.of(subject));
        default -> registry.register(subject, schema("a" + random.nextInt(6) + ":int"));
      }
    } catch (RegistryException refused) {
      assertThat(refused.httpStatus()).isBetween(400, 499);
    }
  }

  private static List<Object> everything(TestRegistry registry) {
    return SUBJECTS.stream()
        .flatMap(
            subject ->
                Stream.<Object>of(
                    registry.journal.schemas().versions(subject, Include.ALL),
                    registry.compatibility.of(subject)))
        .toList();
  }
}
