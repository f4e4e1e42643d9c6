package io.peerwatch.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {
  @Test
  void shouldReadMaxAndFactors() {
    assertThat(Speed.parse("max")).isEqualTo(Speed.MAX);
    assertThat(Speed.parse("1")).isEqualTo(Speed.REAL_TIME);
    assertThat(Speed.parse("0.5x").clockMillis(1_000)).isEqualTo(2_000);
    assertThat(Speed.parse("60").clockMillis(60_000)).isEqualTo(1_000);
    assertThat(Speed.MAX.clockMillis(Long.MAX_VALUE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "fast", "1e3", "NaN", "Infinity", "0.0x"})
  void shouldRefuseWhatIsNoSpeed(String text) {
    assertThatThrownBy(() -> Speed.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a speed is max or a number above 0");
  }
}
