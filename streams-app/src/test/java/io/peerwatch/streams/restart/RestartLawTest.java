package io.peerwatch.streams.restart;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.streams.FleetScript;
import io.peerwatch.streams.source.SourceLog;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Killed at any record, between any two commits: what is told stays the same to the last bit. */
class RestartLawTest {
  @TempDir private Path folder;

  static LongStream seeds() {
    return new SplittableRandom(20261124).longs(4);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldTellTheVerySameHoweverOftenItIsKilled(long seed) {
    FleetLog log = logOf(seed);
    boolean full = (seed & 1) == 0; // then one group waits until another one is forgotten
    int groupsMax = full ? FleetLog.GROUPS - 1 : FleetLog.GROUPS;
    KilledFleet undisturbed = new KilledFleet(folder, groupsMax, log.steps(), SourceLog.NONE);
    while (!undisturbed.atEnd()) {
      undisturbed.next();
    }
    int expectedEntries = undisturbed.entries();
    List<String> expected = undisturbed.end();
    assertThat(expected).anyMatch(told -> told.startsWith("host-alerts"));
    assertThat(expected).anyMatch(told -> told.contains("TOO_MANY_HOSTS"));
    assertThat(expected.stream().anyMatch(told -> told.contains("TOO_MANY_GROUPS")))
        .isEqualTo(full);
    assertThat(expected.stream().anyMatch(RestartLawTest::isOfTheLate)).isTrue();

    SplittableRandom random = new SplittableRandom(seed + 1);
    KilledFleet killed = new KilledFleet(folder, groupsMax, log.steps(), log);
    while (!killed.atEnd()) {
      killed.next();
      int dice = random.nextInt(150);
      if (dice < 5) {
        killed.commit();
      } else if (dice == 5) {
        killed.kill();
      }
    }
    int entries = killed.entries();
    List<String> told = killed.end();
    for (int i = 0; i < expected.size() && i < told.size(); i++) {
      assertThat(told.get(i)).as("record %d", i).isEqualTo(expected.get(i));
    }
    assertThat(told).hasSameSizeAs(expected);
    assertThat(entries).isEqualTo(expectedEntries);
  }

  private static boolean isOfTheLate(String told) {
    return told.startsWith("group-verdicts") && told.contains("\"late\"");
  }

  private static FleetLog logOf(long seed) {
    try (FleetScript script = new FleetScript()) {
      return new FleetLog(
          seed, (HostSample sample) -> script.bytes(sample), (HostInfo host) -> script.bytes(host));
    }
  }
}
