package io.peerwatch.detection.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExactSumTest {
  static LongStream seeds() {
    return new SplittableRandom(7).longs(200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldGiveTheExactSumRoundedOnceInAnyOrder(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = random.doubles(1 + random.nextInt(40)).toArray();
    BigDecimal exact = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] - 0.5) * Math.pow(2, random.nextInt(120) - 60);
      exact = exact.add(new BigDecimal(values[i]));
    }
    double expected = exact.doubleValue() / values.length;
    for (int shuffle = 0; shuffle < 5; shuffle++) {
      ExactSum sum = new ExactSum();
      for (double value : values) {
        sum.add(value);
      }
      assertThat(sum.mean()).isEqualTo(expected);
      int a = random.nextInt(values.length);
      int b = random.nextInt(values.length);
      double swap = values[a];
      values[a] = values[b];
      values[b] = swap;
    }
  }

  @Test
  void shouldHaveNoMeanOfNothing() {
    assertThat(new ExactSum().mean()).isNaN();
  }

  @Test
  void shouldNotOverflowAtTheLargestValuesThatIntakeBelieves() {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < 100_000; i++) {
      sum.add(1e300);
    }
    assertThat(sum.mean()).isBetween(0.999999e300, 1.000001e300);
  }
}
