package io.peerwatch.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetThresholdTest {

  private final BudgetThreshold rule = new BudgetThreshold(0, 0, 0);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldBeCrossedAboutAsOftenAsTheBudgetAllows(long seed) {
    Random random = new Random(seed);
    double threshold = rule.of(exponential(random, 28 * 24), 1);
    int crossed = 0;
    int weeks = 400;
    for (int hour = 0; hour < weeks * 168; hour++) {
      crossed += -Math.log(1 - random.nextDouble()) > threshold ? 1 : 0;
    }
    assertThat(crossed / (double) weeks).as("seed %d", seed).isBetween(0.15, 2.5);
  }

  @Test
  void shouldRiseWhenFewerFalseAlarmsAreAccepted() {
    BlockMaxima maxima = exponential(new Random(7), 28 * 24);
    assertThat(rule.of(maxima, 1)).isGreaterThan(rule.of(maxima, 3));
    assertThat(rule.of(maxima, 3)).isGreaterThan(rule.of(maxima, 7));
  }

  @RepeatedTest(20)
  void shouldNeverRiseWithTheBudget() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    BlockMaxima maxima = troubled(random, 24 + random.nextInt(28 * 24), random.nextDouble(0.2));
    double before = Double.POSITIVE_INFINITY;
    for (double budget = 0.01; budget < 200; budget *= 1 + random.nextDouble(0.1)) {
      double threshold = rule.of(maxima, budget);
      assertThat(threshold).as("seed %d, budget %s", seed, budget).isLessThanOrEqualTo(before);
      before = threshold;
    }
  }

  @Test
  void shouldTrustAShortPastLess() {
    BudgetThreshold careful = new BudgetThreshold(1, 4, 7.5);
    BlockMaxima hours = exponential(new Random(7), 3);
    BlockMaxima weeks = exponential(new Random(7), 28 * 24);
    assertThat(careful.of(hours, 3)).isGreaterThan(11);
    assertThat(careful.of(weeks, 3)).isLessThan(careful.of(hours, 3) - 3);
  }

  @Test
  void shouldNotLetAlertsRaiseTheThreshold() {
    BlockMaxima quiet = exponential(new Random(7), 28 * 24);
    BlockMaxima troubled = exponential(new Random(7), 28 * 24);
    for (int hour = 700; hour < 712; hour++) {
      troubled.add(hour * BlockMaxima.BLOCK_MILLIS, 50, new double[] {50}, 0, true);
    }
    assertThat(rule.of(troubled, 3)).isLessThan(rule.of(quiet, 3) + 1);
  }

  private static BlockMaxima exponential(Random random, int hours) {
    return troubled(random, hours, 0);
  }

  /** Hours of which a share alerted, most of those far above the rest. */
  private static BlockMaxima troubled(Random random, int hours, double share) {
    BlockMaxima maxima = new BlockMaxima(1);
    for (int hour = 0; hour < hours; hour++) {
      boolean alert = share > 0 && random.nextDouble() < share;
      double value = -Math.log(1 - random.nextDouble());
      double highest = alert ? 2 + 8 * value : value;
      maxima.add(hour * BlockMaxima.BLOCK_MILLIS, highest, new double[] {highest}, 0, alert);
    }
    return maxima;
  }
}
