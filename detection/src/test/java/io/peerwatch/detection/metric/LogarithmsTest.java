package io.peerwatch.detection.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns are transformed as single values are, to the last bit. */
class LogarithmsTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldEqualStrictMathToTheLastBit(long seed) {
    Random random = new Random(seed);
    double[] values = new double[100_000];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (i % 4) {
            case 0 -> random.nextDouble();
            case 1 -> StrictMath.exp(random.nextDouble() * 1400 - 700);
            case 2 -> 1 + (random.nextDouble() - 0.5) * 1e-5;
            default -> Double.longBitsToDouble(random.nextLong());
          };
    }
    assertLogarithms(values);
  }

  @Test
  void shouldEqualStrictMathWhereNumbersEnd() {
    assertLogarithms(
        new double[] {
          0,
          -0.0,
          1,
          -1,
          Double.NaN,
          Double.MIN_VALUE,
          Double.MIN_NORMAL,
          Double.MAX_VALUE,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          0.5,
          2,
          1024,
          Math.nextUp(1.0),
          Math.nextDown(1.0),
          Math.sqrt(2),
          Math.sqrt(0.5)
        });
  }

  @ParameterizedTest
  @EnumSource(Transform.class)
  void shouldTransformColumnsAsSingleValues(Transform transform) {
    Random random = new Random(7);
    double[] values = new double[5_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 9 == 0 ? Double.NaN : i % 9 == 1 ? 0 : 3 * random.nextGaussian();
    }
    double[] columns = new double[values.length];
    new ColumnTransform().apply(transform, values, columns, values.length, 0.02);
    for (int i = 0; i < values.length; i++) {
      assertThat(columns[i])
          .as("of %s", values[i])
          .isEqualTo(Double.valueOf(transform.apply(values[i], 0.02)));
    }
  }

  private static void assertLogarithms(double[] values) {
    double[] logarithms = values.clone();
    new Logarithms().of(logarithms, values.length);
    for (int i = 0; i < values.length; i++) {
      assertThat(logarithms[i])
          .as("of %s", values[i])
          .isEqualTo(Double.valueOf(StrictMath.log(values[i])));
    }
  }
}
