package io.peerwatch.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.detection.baseline.LearningSteps;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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

  /** Rows are told one by one where there is but one of them: of a group's medians. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldLearnFromARowAsFromColumnsOfOneHost(long seed) throws IOException {
    Random random = new Random(seed);
    int metrics = 2 + random.nextInt(80);
    Whitening rows = new Whitening();
    Whitening columns = new Whitening();
    rows.grow(metrics);
    columns.grow(metrics);
    for (int w = 0; w < 20; w++) {
      double[] z = new double[metrics];
      float[][] column = new float[metrics][1];
      float[][] told = new float[metrics][1];
      for (int m = 0; m < metrics; m++) {
        boolean missing = random.nextInt(5) == 0;
        z[m] = missing ? Double.NaN : (float) (4 * random.nextGaussian());
        column[m][0] = missing ? 0 : (float) z[m];
        told[m][0] = missing ? 0 : 1;
      }
      rows.learn(z, 0, metrics);
      columns.learn(column, told, metrics, new float[] {1}, 0, 1);
      rows.endWindow(LearningSteps.of(1 / 288.0));
      columns.endWindow(LearningSteps.of(1 / 288.0));
    }
    rows.solve();
    columns.solve();
    assertThat(written(rows)).isEqualTo(written(columns));
  }

  private static byte[] written(Whitening whitening) throws IOException {
    var bytes = new ByteArrayOutputStream();
    whitening.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
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
