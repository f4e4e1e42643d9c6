package io.peerwatch.detection.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowestTest {

  private final Lowest lowest = new Lowest();

  @ParameterizedTest(name = "{0} values")
  @ValueSource(ints = {1, 30, 511, 512, 513, 1_000, 5_000})
  void shouldSeeASingleOneThatIsLessOrNoNumberWhereverItLies(int count) {
    Random random = new Random(count);
    float[] values = new float[count + 20];
    for (int i = 0; i < values.length; i++) {
      values[i] = 3 + random.nextInt(5);
    }
    int from = random.nextInt(10);
    int to = from + count;
    assertThat(lowest.allAtLeast(3, values, from, to)).isTrue();
    for (int round = 0; round < 50; round++) {
      int at = from + random.nextInt(count);
      float before = values[at];
      for (float odd : new float[] {2.999f, Float.NaN, Float.NEGATIVE_INFINITY}) {
        values[at] = odd;
        assertThat(lowest.allAtLeast(3, values, from, to)).as("%s at %d", odd, at).isFalse();
      }
      values[at] = before;
    }
    values[from + count] = 0;
    assertThat(lowest.allAtLeast(3, values, from, to)).as("what lies behind").isTrue();
  }
}
