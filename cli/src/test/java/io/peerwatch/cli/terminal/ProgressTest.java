package io.peerwatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter err = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false, true);
  private long nanos;

  @Test
  void shouldWriteALineEveryFiveSecondsAndAtTheEnd() {
    var lines = new ProgressLines(terminal, () -> nanos);
    for (int second = 0; second <= 12; second++) {
      at(second);
      lines.report("reading", second, 12);
    }
    lines.report("reading", 12, 12);
    assertThat(err.toString().lines())
        .containsExactly(
            "reading: 5 of 12 (41 %, 7 s left)",
            "reading: 10 of 12 (83 %, 2 s left)", "reading: 12 of 12 (100 %)");
  }

  @Test
  void shouldCountWhereTheTotalIsUnknown() {
    var lines = new ProgressLines(terminal, () -> nanos);
    lines.report("reading", 1, -1);
    at(5);
    lines.report("reading", 700, -1);
    assertThat(err.toString().lines()).containsExactly("reading: 700");
  }

  @Test
  void shouldDrawABarInPlaceAndTakeItAwayForALine() {
    var bar = new ProgressBar(terminal, () -> nanos);
    bar.report("reading", 0, 4);
    at(2);
    bar.report("reading", 1, 4);
    terminal.note("a note");
    bar.close();
    assertThat(err.toString())
        .isEqualTo(
            "\r\033[Kreading  ░░░░░░░░░░░░░░░░░░░░░░░░   0 %"
                + "\r\033[Kreading  ██████░░░░░░░░░░░░░░░░░░  25 %  6 s left"
                + "\r\033[Ka note"
                + System.lineSeparator());
  }

  @Test
  void shouldNotDrawMoreOftenThanAnEyeCanFollowButAlwaysTheEnd() {
    var bar = new ProgressBar(terminal, () -> nanos);
    bar.report("reading", 1, 4);
    bar.report("reading", 2, 4);
    assertThat(err.toString()).contains("25 %").doesNotContain("50 %");
    bar.report("reading", 4, 4);
    assertThat(err.toString()).contains("100 %");
  }

  private void at(int second) {
    nanos = TimeUnit.SECONDS.toNanos(second);
  }
}
