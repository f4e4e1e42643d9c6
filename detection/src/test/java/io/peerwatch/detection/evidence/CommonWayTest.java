package io.peerwatch.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class CommonWayTest {
  private static final double[] LOAD = {2, 1, 0, -1};
  private static final int METRICS = LOAD.length;
  private static final double A_DAY = 1.0 / 288;
  private static final double FEW_HOSTS = 1;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private CommonWay way = grown(METRICS);

  @RepeatedTest(10)
  void shouldKeepWhatTheLoadMovesAndLeaveOutTheNoiseOfMedians() {
    live(2000, 1, 0.5);
    double lost = 0;
    double noiseLeft = 0;
    for (int i = 0; i < 500; i++) {
      double load = random.nextGaussian();
      double[] noisy = movement(load, 0.5);
      way.filter(0, noisy, 0, FEW_HOSTS, A_DAY);
      for (int m = 0; m < METRICS; m++) {
        noiseLeft += Math.pow(noisy[m] - load * LOAD[m], 2) / 500;
        lost += Math.pow(load * LOAD[m], 2) / 500;
      }
    }
    // The noise is 4 * 0.25 before: a quarter is along the way, and less of it is kept.
    assertThat(noiseLeft).as("seed %d", seed).isLessThan(0.45);
    assertThat(lost).isGreaterThan(4);
  }

  @RepeatedTest(10)
  void shouldKeepLittleWhereThereIsOnlyNoise() {
    live(2000, 0, 1);
    double kept = 0;
    for (int i = 0; i < 500; i++) {
      double[] noisy = movement(0, 1);
      way.filter(0, noisy, 0, FEW_HOSTS, A_DAY);
      for (double value : noisy) {
        kept += value * value / 500;
      }
    }
    assertThat(kept).as("seed %d", seed).isLessThan(0.25);
  }

  @Test
  void shouldTakeOneMetricForItsOwnWayOnceItMovesMoreThanMediansDo() {
    way = grown(1);
    double[] moved = new double[1];
    for (int i = 0; i < 500; i++) {
      moved[0] = i % 2 == 0 ? 3 : -3;
      way.filter(0, moved, 0, FEW_HOSTS, A_DAY);
    }
    assertThat(moved[0]).isCloseTo(-3 * (1 - 1.0 / 9), within(0.01));
  }

  @Test
  void shouldGoOnTheSameFromWhatWasStored() throws Exception {
    live(300, 1, 0.5);
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    way.write(new DataOutputStream(stored));
    CommonWay read = new CommonWay(2);
    read.readInto(new DataInputStream(new ByteArrayInputStream(stored.toByteArray())));
    for (int i = 0; i < 50; i++) {
      double[] one = movement(random.nextGaussian(), 0.5);
      double[] other = one.clone();
      way.filter(i % 2, one, 0, FEW_HOSTS, A_DAY);
      read.filter(i % 2, other, 0, FEW_HOSTS, A_DAY);
      assertThat(other).as("seed %d", seed).isEqualTo(one);
    }
  }

  @Test
  void shouldTakeInMetricsThatComeLater() {
    live(300, 1, 0.1);
    way.grow(METRICS + 1);
    double[] moved = {2, 1, 0, -1, 0};
    way.filter(0, moved, 0, FEW_HOSTS, A_DAY);
    assertThat(moved[0]).isCloseTo(2, within(0.2));
    assertThat(moved).doesNotContain(Double.NaN);
  }

  private void live(int windows, double load, double noise) {
    for (int i = 0; i < windows; i++) {
      way.filter(0, movement(load * random.nextGaussian(), noise), 0, FEW_HOSTS, A_DAY);
    }
  }

  private double[] movement(double load, double noise) {
    double[] moved = new double[METRICS];
    for (int m = 0; m < METRICS; m++) {
      moved[m] = load * LOAD[m] + noise * random.nextGaussian();
    }
    return moved;
  }

  private static CommonWay grown(int metrics) {
    CommonWay way = new CommonWay(2);
    way.grow(metrics);
    return way;
  }
}
