package io.peerwatch.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.schemas.avro.FeedbackKind;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class RelativeTimeTextTest {
  private final RelativeTimeText text =
      new RelativeTimeText(InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z")));

  @ParameterizedTest
  @CsvSource({
    "now,2026-11-22T12:00:00Z",
    "+2h,2026-11-22T14:00:00Z",
    "-1h30m,2026-11-22T10:30:00Z",
    "2026-11-22T13:00+01:00,2026-11-22T12:00:00Z",
    "1795348800000,2026-11-22T12:00:00Z"
  })
  void shouldReadTimesAsPeopleWriteThem(String written, Instant meant) {
    assertThat(text.convert(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "+2x", "2026-11-22", "", "+"})
  void shouldRefuseOthersInOneLine(String written) {
    assertThatThrownBy(() -> text.convert(written))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("is not a time");
  }

  @Test
  void shouldReadSymbolsWithHyphensAndNeverUnknown() {
    var kinds = new SymbolText<>(FeedbackKind.class);
    assertThat(kinds.convert("False-Alarm")).isEqualTo(FeedbackKind.FALSE_ALARM);
    assertThat(kinds.convert("FALSE_ALARM")).isEqualTo(FeedbackKind.FALSE_ALARM);
    assertThatThrownBy(() -> kinds.convert("unknown"))
        .hasMessage("'unknown' is none of acknowledged, false-alarm, expected-change, undone");
  }
}
