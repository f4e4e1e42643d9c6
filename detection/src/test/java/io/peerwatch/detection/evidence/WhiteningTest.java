package io.peerwatch.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.detection.baseline.LearningSteps;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhiteningTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldUndoAMatrixWhenItsInverseRootIsAppliedTwice(long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(12);
    double[] factor = random.doubles((long) n * n).toArray();
    double[] matrix = product(factor, transposed(factor, n), n);
    double[] root = SymmetricRoot.inverse(matrix.clone(), n, 0.05);
    for (int i = 0; i < n; i++) {
      matrix[i * n + i] += 0.05;
    }
    double[] identity = product(product(root, matrix, n), root, n);
    for (int i = 0; i < n * n; i++) {
      assertThat(identity[i]).isEqualTo(i / n == i % n ? 1 : 0, within(1e-8));
    }
  }

  @Test
  void shouldCountWhatDoesNotFollowMoreThanWhatAlwaysGoesTogether() {
    Whitening whitening = new Whitening();
    whitening.grow(2);
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      double common = random.nextGaussian();
      whitening.learn(new double[] {common, common + 0.1 * random.nextGaussian()}, 0, 2);
      whitening.endWindow(LearningSteps.of(1 / 288.0));
    }
    whitening.solve();
    double[] together = new double[2];
    double[] against = new double[2];
    whitening.apply(new double[] {2, 2}, together, 0, 2);
    whitening.apply(new double[] {2, -2}, against, 0, 2);
    assertThat(Math.abs(against[0])).isGreaterThan(3 * Math.abs(together[0]));
    assertThat(against[0]).isPositive();
    assertThat(against[1]).isNegative();
  }

  private static double[] product(double[] a, double[] b, int n) {
    double[] product = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          product[i * n + j] += a[i * n + k] * b[k * n + j];
        }
      }
    }
    return product;
  }

  private static double[] transposed(double[] a, int n) {
    double[] transposed = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      transposed[i] = a[i % n * n + i / n];
    }
    return transposed;
  }
}
