package io.peerwatch.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyRateTest {

  @ParameterizedTest
  @CsvSource({"1/week, 1", "3/week, 3", "0.5/day, 3.5", "1/hour, 168", "30/month, 7", "3/WEEK, 3"})
  void shouldReadARateAsPerWeek(String text, double perWeek) {
    assertThat(WeeklyRate.parse(text).perWeek()).isCloseTo(perWeek, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "0/week", "-1/week", "3 per week", "3/year", "many/week", "3/"})
  void shouldRefuseWhatIsNoRateAndSayHowToWriteOne(String text) {
    assertThatThrownBy(() -> WeeklyRate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("3/week");
  }
}
