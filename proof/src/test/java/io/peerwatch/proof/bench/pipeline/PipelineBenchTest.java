package io.peerwatch.proof.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.peerwatch.proof.QuietBrokers;
import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.fleet.FleetShape;
import io.peerwatch.schemas.progress.Progress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That everybody does the work that is compared; how fast is nothing that a test can say. */
class PipelineBenchTest {
  private static final FleetShape TEN_HOSTS = new FleetShape(10, 10, 3);

  /** An hour to warm up, and a few minutes in which one host is apart. */
  private static final int SAMPLES = 10 * 6 * 75;

  @BeforeAll
  static void quietBrokers() {
    QuietBrokers.apply();
  }

  @Test
  void shouldHaveEverybodyCountEverySampleAndTwoOfThemFindTheHostThatIsApart() throws Exception {
    PipelineFigures figures = new PipelineBench(settings(), Progress.NONE).run();
    assertThat(figures.contestants())
        .extracting(ContestantFigures::contestant)
        .containsExactly(Contestant.values());
    assertThat(figures.contestants())
        .allSatisfy(
            contestant -> {
              assertThat(contestant.rounds()).hasSize(1);
              assertThat(contestant.last().samples()).isEqualTo(SAMPLES);
              assertThat(contestant.lateShare()).isZero();
              assertThat(contestant.samplesPerSecond()).isPositive();
              assertThat(contestant.cpuMicrosPerSample()).isPositive();
              assertThat(contestant.warmUp()).isEmpty();
              assertThat(contestant.compileShare()).isNotNegative();
              assertThat(contestant.samplesPerSecondCold())
                  .isEqualTo(contestant.samplesPerSecond());
            });
    RoundFigures ours = figures.of(Contestant.PEERWATCH).orElseThrow().last();
    RoundFigures textbook = figures.of(Contestant.TEXTBOOK).orElseThrow().last();
    assertThat(ours.apart()).containsExactly("host-000000");
    assertThat(textbook.apart()).contains("host-000000");
    assertThat(ours.stateBytes()).containsKeys("open-windows", "baselines");
    assertThat(ours.internalBytes()).isPositive();
    assertThat(figures.ratioTo(Contestant.PASS_THROUGH))
        .hasValueSatisfying(PipelineBenchTest::isOne);
    assertThat(figures.ratioTo(Contestant.TEXTBOOK)).hasValueSatisfying(PipelineBenchTest::isOne);
  }

  private static void isOne(double ratio) {
    assertThat(ratio).isPositive().isFinite();
  }

  private static PipelineSettings settings() {
    return new PipelineSettings(
        TEN_HOSTS,
        SAMPLES,
        SAMPLES,
        TEN_HOSTS,
        Duration.ZERO,
        1,
        Duration.ZERO,
        1,
        EnumSet.allOf(Contestant.class),
        false,
        Optional.empty());
  }

  @Test
  void shouldSayWhatCannotBeMeasured() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FleetShape(105, 10, 3))
        .withMessage("105 hosts do not make whole groups of 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FleetShape(10, 1, 3))
        .withMessageContaining("2 to 20000");
  }
}
