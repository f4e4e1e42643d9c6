package io.peerwatch.detection.taught;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaughtTest {

  @Test
  void shouldLeaveLearningAsItIsWhereNothingWasTaught() {
    assertThat(new Taught().learningFactor(0.1, false)).isEqualTo(0.1);
    assertThat(new Taught().learningFactor(0.005, true)).isEqualTo(0.005);
  }
}
