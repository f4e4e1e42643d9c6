package io.peerwatch.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.peerwatch.proof.bench.pipeline.ContestantFigures;
import io.peerwatch.proof.bench.pipeline.PipelineFigures;
import io.peerwatch.proof.bench.pipeline.PipelineSettings;
import io.peerwatch.proof.bench.pipeline.RoundFigures;
import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.fleet.FleetShape;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A million samples, cold and compiled. */
class PipelineReportTest {
  private static final FleetShape FLEET = new FleetShape(10, 10, 3);

  private final PipelineFigures figures =
      new PipelineFigures(
          new PipelineSettings(
              FLEET,
              1_000_000,
              1_000_000,
              FLEET,
              Duration.ZERO,
              1,
              Duration.ofMinutes(2),
              2,
              EnumSet.of(Contestant.PASS_THROUGH, Contestant.TEXTBOOK, Contestant.PEERWATCH),
              true,
              Optional.empty()),
          144,
          List.of(
              figures(Contestant.PASS_THROUGH, 0, 4),
              figures(Contestant.TEXTBOOK, 520_000, 400),
              figures(Contestant.PEERWATCH, 0, 8)),
          Optional.empty());

  @Test
  void shouldTellTheColdRoundAndWhatCompilingTakesBesideTheWarmRounds() {
    List<String> lines = new PipelineReport(figures).lines();
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line.strip().split(" {2,}"))
                    .startsWith(
                        "peerwatch, exactly once",
                        "125000", // median, of two the same
                        "125000",
                        "12500",
                        "0.500",
                        "8.00",
                        "5.0"));
  }

  @Test
  void shouldTellTheSameInJson() {
    JsonNode json = PipelineJson.of(figures);
    assertThat(json.at("/settings/warmUpMillis").longValue()).isEqualTo(120_000);
    JsonNode ours = json.at("/contestants/2");
    assertThat(ours.get("samplesPerSecond").doubleValue()).isEqualTo(125_000);
    assertThat(ours.get("samplesPerSecondCold").doubleValue()).isEqualTo(12_500);
    assertThat(ours.get("compileShare").doubleValue()).isEqualTo(0.05);
    assertThat(ours.get("warmUpRounds").intValue()).isEqualTo(1);
  }

  private static ContestantFigures figures(Contestant contestant, double late, int seconds) {
    RoundFigures warm = round(late, seconds, 0.05);
    return new ContestantFigures(
        contestant, 3, List.of(round(late, 10 * seconds, 0.6)), List.of(warm, warm));
  }

  private static RoundFigures round(double late, int seconds, double compileShare) {
    long compileMillis = Math.round(seconds * 1e3 * compileShare);
    return new RoundFigures(
        1_000_000,
        late,
        seconds,
        seconds * 1_000_000_000L,
        compileMillis,
        1 << 25,
        0,
        Map.of("open-windows", 1_000L),
        Set.of());
  }
}
