package io.peerwatch.proof.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {

  /** Newcombe, Statistics in Medicine 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20. */
  @Test
  void shouldHaveThePublishedIntervals() {
    assertThat(new Proportion(81, 263).low()).isCloseTo(0.2553, within(5e-5));
    assertThat(new Proportion(81, 263).high()).isCloseTo(0.3662, within(5e-5));
    assertThat(new Proportion(15, 148).low()).isCloseTo(0.0624, within(5e-5));
    assertThat(new Proportion(15, 148).high()).isCloseTo(0.1605, within(5e-5));
    assertThat(new Proportion(0, 20).low()).isZero();
    assertThat(new Proportion(0, 20).high()).isCloseTo(0.1611, within(5e-5));
  }

  @Test
  void shouldKnowNothingOfNone() {
    assertThat(new Proportion(0, 0).value()).isNaN();
    assertThat(new Proportion(0, 0).low()).isNaN();
    assertThatThrownBy(() -> new Proportion(3, 2)).hasMessageContaining("3 of 2");
  }
}
