package io.peerwatch.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.baseline.LearningSteps;
import io.peerwatch.detection.baseline.TimeOfDay;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupMotionTest {
  private static final int METRICS = 6;
  private static final long WINDOW = 300_000L;
  private static final int LEARNED_WINDOWS = 2_000;

  private final GroupMotion motion = new GroupMotion();
  private final LearningSteps steps = LearningSteps.of(1.0 / 288);
  private double highest;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldTellOfAShiftByOneMetricThatMovedFarEnough(long seed) {
    Random random = new Random(seed);
    motion.grow(METRICS);
    for (int w = 0; w < LEARNED_WINDOWS; w++) {
      see(random, w, 0);
      highest = Math.max(highest, w > 500 ? motion.channel() : 0);
    }
    see(random, LEARNED_WINDOWS, 12);
    assertThat(motion.channel()).as("one odd window").isLessThanOrEqualTo(highest);
    see(random, LEARNED_WINDOWS + 1, 12);
    // As much as two metrics brought that moved at once, when each could bring 26 at most.
    assertThat(motion.channel()).isGreaterThan(highest).isGreaterThan(50);
  }

  /** Medians at random, the first of them so many spreads away. */
  private void see(Random random, int w, double spreads) {
    double[] medians = random.doubles(METRICS, -0.5, 0.5).toArray();
    medians[0] += spreads * 0.3;
    TimeOfDay day = TimeOfDay.at(w * WINDOW);
    motion.compare(medians, METRICS, day);
    motion.learn(medians, METRICS, day, steps);
    if (w % 72 == 0) {
      motion.solve();
    }
  }
}
