package io.peerwatch.detection.capacity.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void shouldSayPercentAsJavaFormatsThem() {
    SplittableRandom random = new SplittableRandom(20261123);
    for (int i = 0; i < 20_000; i++) {
      double ratio =
          switch (i % 4) {
            case 0 -> random.nextInt(400) / 200.0;
            case 1 -> random.nextDouble();
            case 2 -> StrictMath.pow(10, random.nextInt(24) - 8) * random.nextDouble(-1, 1);
            default -> random.nextInt(1_000) * 0.001;
          };
      assertSaid(ratio);
    }
    for (double ratio : new double[] {0, -0.0, 0.005, 0.025, Double.NaN, 1 / 0.0, 1e7, 1e300}) {
      assertSaid(ratio);
    }
  }

  private static void assertSaid(double ratio) {
    String expected = String.format(Locale.ROOT, "%.0f %%", 100 * ratio);
    assertThat(Sentences.percent(ratio)).as("%s", ratio).isEqualTo(expected);
  }
}
