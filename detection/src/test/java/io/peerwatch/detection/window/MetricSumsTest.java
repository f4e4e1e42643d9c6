package io.peerwatch.detection.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricSumsTest {
  static LongStream seeds() {
    return new SplittableRandom(20261123).longs(200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldSumWithoutErrorInAnyOrderAndAfterBeingStored(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Double[] values = new Double[1 + random.nextInt(12)];
    int decades = 1 + random.nextInt(60);
    for (int i = 0; i < values.length; i++) {
      double size = StrictMath.pow(10, random.nextInt(2 * decades) - decades);
      values[i] =
          random.nextInt(4) == 0 && i > 0 ? -values[i - 1] : size * random.nextDouble(-1, 1);
    }
    List<Double> shuffled = Arrays.asList(values.clone());
    Collections.shuffle(shuffled, new java.util.Random(seed));
    MetricSums sums = new MetricSums(3);
    BigDecimal exact = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      sums.add(0, values[i]);
      sums.add(2, shuffled.get(i));
      if (random.nextBoolean()) {
        sums = storedAndRead(sums);
      }
      exact = exact.add(new BigDecimal(values[i]));
    }
    assertThat(sums.mean(0)).isEqualTo(exact.doubleValue() / values.length);
    assertThat(sums.mean(2)).isEqualTo(sums.mean(0));
    assertThat(sums.mean(1)).isNaN();
    MetricSums wider = sums.spread(5, new int[] {4, 1, 0});
    assertThat(wider.mean(4)).isEqualTo(sums.mean(0));
    assertThat(wider.mean(0)).isEqualTo(sums.mean(2));
  }

  private static MetricSums storedAndRead(MetricSums sums) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sums.write(new DataOutputStream(bytes));
    MetricSums read = new MetricSums(3);
    read.readInto(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return read;
  }
}
