package io.peerwatch.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FollowingTest {
  private static final int METRICS = 5;

  private final Following following = new Following();

  @Test
  void shouldNoticeAHostThatMissesWhatItsGroupHasChanged() {
    assertThat(afterWindows(30, -0.8, 0, 1)).isGreaterThan(2);
  }

  @Test
  void shouldTakeItNotForLagWhenAHostRunsAhead() {
    assertThat(afterWindows(30, 0.8, 0, 1)).isZero();
  }

  @Test
  void shouldSayNothingWhileTheGroupStandsStill() {
    assertThat(afterWindows(30, -0.8, 0, 0)).isZero();
  }

  @RepeatedTest(20)
  void shouldStayLowOverNoise() {
    long seed = new Random().nextLong();
    assertThat(afterWindows(seed, 200, 0, 1, 1)).as("seed %d", seed).isLessThan(2);
  }

  private double afterWindows(int windows, double missed, double noise, double change) {
    return afterWindows(1, windows, missed, noise, change);
  }

  private double afterWindows(long seed, int windows, double missed, double noise, double change) {
    var random = new Random(seed);
    double[] w = new double[METRICS];
    double[] g = new double[METRICS];
    for (int i = 0; i < windows; i++) {
      double moved = change * Math.sin(i / 5.0);
      for (int m = 0; m < METRICS; m++) {
        g[m] = 3 * moved;
        w[m] = missed * g[m] + noise * random.nextGaussian();
      }
      following.add(w, 0, g, METRICS);
    }
    return following.channel();
  }
}
