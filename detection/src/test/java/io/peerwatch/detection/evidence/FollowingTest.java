package io.peerwatch.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FollowingTest {
  private static final int METRICS = 5;
  private static final int HOSTS = 12;
  private static final double A_DAY = 1.0 / 288;
  private static final double PLAINLY = 1.8;

  private final Echo echo = new Echo();
  private final OneHost host = new OneHost(METRICS);
  private final Persistence persistence = new Persistence();
  private final Whitening whitening = new Whitening();
  private final double[] load = new double[400];

  FollowingTest() {
    echo.grow(METRICS);
    persistence.grow(METRICS);
    whitening.grow(METRICS);
  }

  @Test
  void shouldNoticeAHostThatShowsWhatItsGroupDidAnHourAgo() {
    assertThat(after(1, 200, 12, 0, 3)).isGreaterThan(PLAINLY);
  }

  @Test
  void shouldNoticeAHostThatTrailsByLess() {
    assertThat(after(1, 200, 6, 0, 3)).isGreaterThan(PLAINLY);
  }

  @Test
  void shouldSayNothingOfAHostThatKeepsUp() {
    assertThat(after(1, 200, 0, 0, 3)).isZero();
  }

  @Test
  void shouldSayNothingWhileTheGroupStandsStill() {
    assertThat(after(1, 200, 12, 0, 0)).isZero();
  }

  @Test
  void shouldSayLittleOfAHostThatTrailsBehindOneShift() {
    Arrays.fill(load, 150, load.length, 6);
    assertThat(highest(200, 5)).isLessThan(PLAINLY);
  }

  @Test
  void shouldNoticeAHostThatTrailsBehindShiftAfterShift() {
    Arrays.setAll(load, i -> i / 10 % 2 * 6);
    assertThat(highest(200, 5)).isGreaterThan(PLAINLY);
  }

  @RepeatedTest(20)
  void shouldStayLowOverNoise() {
    long seed = new Random().nextLong();
    assertThat(after(seed, 200, 0, 1, 3)).as("seed %d", seed).isLessThan(PLAINLY);
  }

  /** The channel after so many windows of a host that shows the group's load of some before. */
  private double after(long seed, int windows, int lagWindows, double noise, double amplitude) {
    var random = new Random(seed);
    Arrays.setAll(load, i -> amplitude * (Math.sin(i / 9.0) + 0.3 * random.nextGaussian()));
    for (int i = 30; i < windows; i++) {
      window(i, lagWindows, () -> noise * random.nextGaussian());
    }
    return host.columns.following.channel(0);
  }

  /** The highest channel of a host that trails by so much. */
  private double highest(int windows, int lagWindows) {
    double highest = 0;
    for (int i = 30; i < windows; i++) {
      window(i, lagWindows, () -> 0);
      highest = Math.max(highest, host.columns.following.channel(0));
    }
    return highest;
  }

  private void window(int i, int lagWindows, DoubleSupplier noise) {
    float[] w = new float[METRICS];
    double[] medians = new double[METRICS];
    double[] spreads = new double[METRICS];
    Arrays.fill(spreads, 1);
    for (int m = 0; m < METRICS; m++) {
      medians[m] = load[i];
      w[m] = (float) (load[i - lagWindows] - load[i] + noise.getAsDouble());
    }
    echo.add(medians, spreads, HOSTS, A_DAY, whitening, persistence);
    host.follow(w, echo, persistence);
  }
}
