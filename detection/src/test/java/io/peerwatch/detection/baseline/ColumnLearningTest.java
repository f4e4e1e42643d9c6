package io.peerwatch.detection.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns expect and learn what one host after another does, to the last bit. */
class ColumnLearningTest {
  private static final int HOSTS = 37;
  private static final int WINDOWS = 60;
  private static final LearningSteps STEPS = LearningSteps.of(1 / 288.0);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldLearnAsEachHostByItselfDoes(long seed) throws IOException {
    Random random = new Random(seed);
    GroupBaseline group = new GroupBaseline();
    group.grow(1);
    group.setPooled(0, 0.7, 0.4);
    // In old groups units follow those of peers only once a host has been known for two days.
    boolean old = seed > 2;
    for (int w = 0; old && w < 2_000; w++) {
      group.countWindow();
    }
    int seen = old ? 560 : 30;
    BaselineColumns columns = new BaselineColumns(HOSTS);
    List<HostBaseline> alone = new ArrayList<>();
    for (int h = 0; h < HOSTS; h++) {
      alone.add(known(new Random(seed + h), seen, group));
      known(new Random(seed + h), seen, group).moveTo(columns, h);
    }
    MetricColumn now = new MetricColumn();
    now.grow(HOSTS);
    ColumnLearning learning = new ColumnLearning();
    for (int w = 0; w < WINDOWS; w++) {
      TimeOfDay day = TimeOfDay.at(w * 3_600_000L);
      fill(now.y, random, 3);
      now.standardise(0, columns);
      fill(now.c, random, 1);
      now.deviate(0, columns, day, group);
      float[] factor = factors(random);
      float[] kept = new float[HOSTS];
      for (int h = 0; h < HOSTS; h++) {
        HostBaseline host = alone.get(h);
        assertThat(now.u[h]).isEqualTo(host.normalised(0, now.y[h]));
        assertThat(now.d[h]).isEqualTo(now.u[h] - host.expected(0, now.c[h], day));
        assertThat(now.s[h]).isEqualTo(host.spreadAt(0, day, group));
        boolean sparse = h % 11 == 3;
        kept[h] = sparse ? 0 : 1;
        if (factor[h] > 0) {
          host.learn(
              0, now.y[h], now.c[h], now.d[h], now.s[h], factor[h], sparse, day, STEPS, group);
        } else {
          kept[h] = 1;
        }
      }
      learning.learn(0, columns, now, factor, kept, day, STEPS, group);
    }
    for (int h = 0; h < HOSTS; h++) {
      int host = h;
      assertThat(bytes(out -> columns.write(host, out))).isEqualTo(bytes(alone.get(h)::write));
    }
  }

  /** A host that is known well enough to learn by columns. */
  private static HostBaseline known(Random random, int windows, GroupBaseline group) {
    HostBaseline host = new HostBaseline();
    host.grow(1);
    host.setFloor(0, 0.05 + 0.1 * random.nextDouble());
    host.begin(0, random.nextGaussian(), group);
    for (int w = 0; w < windows; w++) {
      double y = 2 * random.nextGaussian();
      host.learn(
          0, y, 0.3f, (float) y / 2, 0.5f, 1, false, TimeOfDay.at(w * 3_600_000L), STEPS, group);
    }
    return host;
  }

  private static void fill(float[] values, Random random, float spread) {
    for (int i = 0; i < values.length; i++) {
      values[i] = spread * (float) random.nextGaussian();
    }
  }

  private static void fill(double[] values, Random random, double spread) {
    Arrays.setAll(values, i -> spread * random.nextGaussian());
  }

  private interface Written {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Written written) throws IOException {
    var bytes = new ByteArrayOutputStream();
    written.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static float[] factors(Random random) {
    float[] factors = new float[HOSTS];
    for (int h = 0; h < HOSTS; h++) {
      factors[h] = random.nextInt(5) == 0 ? 0 : random.nextInt(5) == 1 ? 0.1f : 1;
    }
    return factors;
  }
}
