package io.peerwatch.detection.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialsTest {

  @Test
  void shouldTellFiveDigitsOfEveryPower() {
    float[] x = new float[4_001];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 2_000) / 100f;
    }
    float[] powers = new float[x.length];
    new Exponentials().of(x, powers, x.length);
    for (int i = 0; i < x.length; i++) {
      assertThat(powers[i] / StrictMath.exp(x[i])).as("e^%f", x[i]).isEqualTo(1, within(4e-5));
    }
  }

  @Test
  void shouldTakeZeroExactlyAndHoldWhatIsBeyondAllMeasure() {
    float[] powers = {0, 1e9f, -1e9f};
    new Exponentials().of(powers, powers, powers.length);
    assertThat(powers[0]).isEqualTo(1);
    assertThat(powers[1]).isFinite();
    assertThat(powers[2]).isPositive();
  }
}
