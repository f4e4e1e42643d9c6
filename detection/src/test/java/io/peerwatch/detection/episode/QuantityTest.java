package io.peerwatch.detection.episode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0.97, 1, 97 %",
    "0.0123, 1, 1.2 %",
    "0.25, s, 250 ms",
    "0.0004, s, 0.4 ms",
    "2.5, s, 2.5 s",
    "325058560, By/s, 310 MiB/s",
    "9.1, {thread}, 9.1",
    "123456, {request}/s, 123 k/s"
  })
  void shouldWriteAValueAsAPersonSaysIt(double value, String unit, String said) {
    assertThat(Quantity.of(value, unit)).isEqualTo(said);
  }
}
