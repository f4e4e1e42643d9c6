package io.peerwatch.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.state.JudgeLayout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceColumnsTest {
  private static final int METRICS = 5;
  private static final int WINDOWS = 60;

  private final Persistence persistence = new Persistence();

  EvidenceColumnsTest() {
    persistence.grow(METRICS);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldRememberOfAHostTheWindowsInWhichItReportedOnly(long seed) throws IOException {
    Random random = new Random(seed);
    int hosts = 600 + random.nextInt(100);
    int watched = random.nextInt(hosts);
    EvidenceColumns columns = new EvidenceColumns(hosts);
    columns.grow(METRICS);
    OneHost alone = new OneHost(METRICS);
    Persistence others = new Persistence();
    others.grow(METRICS);
    float[] teaches = new float[hosts];
    Arrays.fill(teaches, 1);
    Window window = new Window();
    window.grow(hosts);
    for (int w = 0; w < WINDOWS; w++) {
      boolean absent = random.nextInt(4) == 0;
      float[][] told = told(random, hosts);
      columns.begin();
      window.absent[watched] = absent ? 1 : 0;
      if (absent) {
        columns.skip(watched);
      }
      for (int m = 0; m < METRICS; m++) {
        look(window, m, told[m], hosts, absent ? watched : -1);
        columns.add(window, persistence);
        columns.learn(window, others, 0, hosts, teaches, OneHost.HABIT_STEP);
      }
      if (!absent) {
        columns.end(watched);
        see(alone, told, watched);
        assertThat(columns.leaves(Leaving.SUDDEN, watched))
            .isEqualTo(alone.columns.leaves(Leaving.SUDDEN, 0));
        assertThat(columns.leaves(Leaving.LASTING, watched))
            .isEqualTo(alone.columns.leaves(Leaving.LASTING, 0));
      }
    }
    assertThat(written(columns, watched)).isEqualTo(written(alone.columns, 0));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void shouldReadAtAnotherPlaceWhatItWrote(long seed) throws IOException {
    Random random = new Random(seed);
    OneHost host = new OneHost(METRICS);
    for (int w = 0; w < WINDOWS; w++) {
      see(host, told(random, 1), 0);
    }
    byte[] bytes = written(host.columns, 0);
    EvidenceColumns read = new EvidenceColumns(3);
    read.read(
        2,
        new DataInputStream(new ByteArrayInputStream(bytes)),
        new JudgeLayout(JudgeLayout.NEWEST));
    assertThat(written(read, 2)).isEqualTo(bytes);
    EvidenceColumns copy = new EvidenceColumns(7);
    copy.copy(4, read, 2);
    assertThat(written(copy, 4)).isEqualTo(bytes);
  }

  private static float[][] told(Random random, int hosts) {
    float[][] told = new float[METRICS][hosts];
    for (float[] column : told) {
      for (int i = 0; i < hosts; i++) {
        boolean missing = random.nextInt(10) == 0;
        column[i] = missing ? Float.NaN : 4 * (float) random.nextGaussian();
      }
    }
    return told;
  }

  private static void look(Window window, int m, float[] told, int hosts, int absent) {
    window.metric = m;
    window.from = 0;
    window.to = hosts;
    window.w = told.clone();
    for (int i = 0; i < hosts; i++) {
      boolean missing = i == absent || Float.isNaN(told[i]);
      window.w[i] = missing ? 0 : told[i];
      window.told[i] = missing ? 0 : 1;
      window.wanders[i] = 1;
    }
  }

  private void see(OneHost alone, float[][] told, int host) {
    float[] w = new float[METRICS];
    for (int m = 0; m < METRICS; m++) {
      w[m] = told[m][host];
    }
    alone.see(w, persistence);
  }

  private static byte[] written(EvidenceColumns columns, int host) throws IOException {
    var bytes = new ByteArrayOutputStream();
    columns.write(host, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
