package io.peerwatch.producers.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.producers.publish.StoppableClock;
import io.peerwatch.producers.simulate.scenario.EventKind;
import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.FaultKind;
import io.peerwatch.producers.simulate.scenario.FaultSpec;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.producers.simulate.yaml.Scenarios;
import io.peerwatch.schemas.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bytes of a scenario with everything in it: the same on every Java version and machine.
 * Whoever changes the model on purpose changes the sum, and says so.
 */
class GoldenBytesTest {
  private static final String SHA_256 =
      "895de36770a65449c025e36a644cdfd0d3a1a84188b01acad5dd109a9618ac7e";

  @TempDir private Path folder;
  private final Scenario everything =
      Scenarios.load(Path.of("src/test/resources/scenarios/everything.yaml"));

  @Test
  void shouldGiveTheVeryBytesThatItGaveBefore() throws IOException, NoSuchAlgorithmException {
    Path file = folder.resolve("everything.csv");
    SimulationRun.write(
        SimulationSettings.of(everything), file, Progress.NONE, new StoppableClock());
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    assertThat(HexFormat.of().formatHex(sum)).isEqualTo(SHA_256);
  }

  @Test
  void shouldHoldEveryKindOfFaultAndEvent() {
    assertThat(everything.faults())
        .extracting(FaultSpec::kind)
        .containsExactlyInAnyOrder(FaultKind.values());
    assertThat(everything.events())
        .extracting(EventSpec::kind)
        .containsExactlyInAnyOrder(EventKind.values());
  }
}
