package io.peerwatch.detection.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MiddleOfFewTest {
  private final SplittableRandom random = new SplittableRandom(20_261_201);
  private final MiddleOfFew middle = new MiddleOfFew();

  @Test
  void findsTheMiddleOfAnyFewValues() {
    everyCount(() -> (float) random.nextGaussian());
  }

  @Test
  void findsItWhereManyAreEqual() {
    everyCount(() -> random.nextInt(-1, 2) * 0.5f);
    everyCount(() -> 3f);
  }

  @Test
  void findsItWhereSomeAreVeryFarAway() {
    everyCount(
        () -> (float) Math.pow(10, random.nextInt(-30, 30)) * (random.nextBoolean() ? 1 : -1));
  }

  private void everyCount(Supplier<Float> value) {
    float[] found = new float[3];
    for (int count = 4; count <= MiddleOfFew.MOST; count++) {
      for (int times = 0; times < 20; times++) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
          values[i] = value.get();
        }
        middle.find(values, count, found);
        Arrays.sort(values);
        int low = (count - 1) / 2;
        assertArrayEquals(Arrays.copyOfRange(values, low - 1, low + 2), found);
      }
    }
  }
}
