package io.peerwatch.proof.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  private final WarmUp warmUp = new WarmUp(Duration.ofSeconds(60));

  @Test
  void shouldEndAfterTwoRoundsInARowInWhichLittleIsCompiled() {
    warmUp.add(round(5, 0.6));
    warmUp.add(round(5, 0.05));
    warmUp.add(round(5, 0.2));
    warmUp.add(round(5, 0.09));
    assertThat(warmUp.isOver()).isFalse();
    warmUp.add(round(5, 0.02));
    assertThat(warmUp.isOver()).isTrue();
    assertThat(warmUp.rounds()).hasSize(5);
  }

  @Test
  void shouldEndWhenTheContestantHasReadForAsLongAsItMay() {
    warmUp.add(round(59, 0.6));
    assertThat(warmUp.isOver()).isFalse();
    warmUp.add(round(1, 0.6));
    assertThat(warmUp.isOver()).isTrue();
  }

  @Test
  void shouldNeverBeginWhenThereIsNoTimeForIt() {
    assertThat(new WarmUp(Duration.ZERO).isOver()).isTrue();
  }

  @Test
  void shouldTellTheColdRoundApartFromThoseThatCount() {
    var figures =
        new ContestantFigures(
            Contestant.PEERWATCH,
            3,
            List.of(round(20, 0.6), round(5, 0.01)),
            List.of(round(4, 0.02), round(5, 0.04)));
    assertThat(figures.samplesPerSecondCold()).isEqualTo(50);
    assertThat(figures.samplesPerSecondBest()).isEqualTo(250);
    assertThat(figures.compileShare()).isEqualTo(0.03);
  }

  /** A round in which the process had a core for itself. */
  private static RoundFigures round(int seconds, double compileShare) {
    long cpuNanos = seconds * 1_000_000_000L;
    long compileMillis = Math.round(seconds * 1e3 * compileShare);
    return new RoundFigures(
        1_000, 0, seconds, cpuNanos, compileMillis, 1 << 20, 0, Map.of(), Set.of());
  }
}
