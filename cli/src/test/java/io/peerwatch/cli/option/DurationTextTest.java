package io.peerwatch.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "250ms, 250",
    "0s, 0",
    "75s, 75000",
    "5m, 300000",
    "2h, 7200000",
    "1h30m, 5400000",
    "1m500ms, 60500",
    "7d, 604800000",
    "2w, 1209600000",
    "' 10S ', 10000"
  })
  void shouldReadNumbersWithUnits(String text, long millis) {
    assertThat(DurationText.parse(text)).hasMillis(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "75", "s", "-5m", "1.5h", "5 m", "5x", "30m1h", "5m5m", "PT5M", "5m!"})
  void shouldRefuseWhatIsNoDurationAndSayHowToWriteOne(String text) {
    assertThatThrownBy(() -> DurationText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("75s, 5m, 2h");
  }
}
