package io.peerwatch.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.baseline.LearningSteps;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DepartureTest {
  private static final int METRICS = 8;
  private static final double RATIO = 0.7;
  private static final int LEARNED_WINDOWS = 2_000;

  private final long seed = new Random().nextLong();
  private final Wandering host = new Wandering(seed, METRICS, RATIO);
  private final Persistence persistence = new Persistence();
  private final OneHost columns = new OneHost(METRICS);
  private float highestSudden;
  private float highestLasting;

  @BeforeEach
  void wander() {
    persistence.grow(METRICS);
    LearningSteps steps = LearningSteps.of(1.0 / 288);
    for (int i = 0; i < LEARNED_WINDOWS; i++) {
      host.next(0, 0);
      columns.see(host.w, persistence);
      persistence.endWindow(steps);
      if (i > LEARNED_WINDOWS / 2) {
        highestSudden = Math.max(highestSudden, columns.columns.leaves(Leaving.SUDDEN, 0));
        highestLasting = Math.max(highestLasting, columns.columns.leaves(Leaving.LASTING, 0));
      }
    }
  }

  @RepeatedTest(10)
  void shouldLearnHowMuchOfADeviationIsLeftAWindowLater() {
    for (int m = 0; m < METRICS; m++) {
      assertThat(persistence.ratio(m)).as("seed %d", seed).isBetween(0.55, 0.85);
    }
  }

  @RepeatedTest(10)
  void shouldSeeAStepInTwoOfEightMetricsInThreeWindows() {
    windows(3, 6, 2);
    assertThat(columns.columns.leaves(Leaving.SUDDEN, 0))
        .as("seed %d", seed)
        .isGreaterThan(highestSudden);
  }

  @RepeatedTest(10)
  void shouldNotTakeOneOddWindowForAStep() {
    windows(1, 6, METRICS);
    windows(2, 0, 0);
    assertThat(columns.columns.leaves(Leaving.SUDDEN, 0)).as("seed %d", seed).isLessThan(25);
  }

  @RepeatedTest(10)
  void shouldNotCountTheWayBack() {
    windows(60, 6, 2);
    float away =
        columns.columns.leaves(Leaving.SUDDEN, 0) + columns.columns.leaves(Leaving.LASTING, 0);
    windows(3, 0, 0);
    assertThat(columns.columns.leaves(Leaving.SUDDEN, 0))
        .as("seed %d", seed)
        .isLessThan(Math.max(away, 25));
  }

  @RepeatedTest(10)
  void shouldSeeWhatIsSmallAndStays() {
    for (int i = 1; i <= 40; i++) {
      windows(1, 0.1 * i, 3);
    }
    assertThat(columns.columns.leaves(Leaving.LASTING, 0))
        .as("seed %d", seed)
        .isGreaterThan(highestLasting);
  }

  @Test
  void shouldKnowNothingAfterForgetting() {
    windows(20, 8, METRICS);
    columns.columns.forget(0);
    assertThat(columns.columns.leaves(Leaving.SUDDEN, 0)).isZero();
    assertThat(columns.columns.leaves(Leaving.LASTING, 0)).isZero();
  }

  private void windows(int count, double spreads, int touched) {
    for (int i = 0; i < count; i++) {
      columns.see(host.next(spreads, touched), persistence);
    }
  }
}
