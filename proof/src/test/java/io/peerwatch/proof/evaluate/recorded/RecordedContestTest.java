package io.peerwatch.proof.evaluate.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.proof.evaluate.ShiftedLabels;
import io.peerwatch.proof.evaluate.baseline.Baseline;
import io.peerwatch.proof.evaluate.detector.Peerwatch;
import io.peerwatch.proof.evaluate.lab.GroupLife;
import io.peerwatch.proof.evaluate.lab.LabGroup;
import io.peerwatch.schemas.csv.Label;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.streams.backtest.Backtest;
import io.peerwatch.streams.backtest.BacktestSettings;
import io.peerwatch.streams.backtest.LabelScore;
import io.peerwatch.streams.backtest.ScoreSettings;
import io.peerwatch.streams.score.Incident;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up group's life, recorded: ours must come out as in a backtest, controls at the floor. */
class RecordedContestTest {
  private static final long SEED = 20_261_123;
  private static final int HOSTS = 4;
  private static final WindowSettings WINDOWS =
      WindowSettings.of(Duration.ofMillis(GroupLife.WINDOW_MILLIS), WindowSettings.GRACE);

  @TempDir private static Path folder;
  private static Path samples;
  private static LabGroup group;
  private static Map<String, List<GroupWindow>> windows;
  private static RecordedResult result;

  @BeforeAll
  static void record() throws IOException {
    group = LabGroup.withFaults(SEED, HOSTS);
    samples = folder.resolve("samples.csv");
    try (var out = new PrintWriter(Files.newBufferedWriter(samples))) {
      for (int w = 0; w < LabGroup.WINDOWS; w++) {
        write(out, group.next(), w == 0);
      }
    }
    windows = new RecordedWindows(WINDOWS).read(List.of(samples), 0, bad -> {}, Progress.NONE);
    result = contest(List.of(3.0, 1.0, 7.0)); // once: it takes half a minute
  }

  private static void write(PrintWriter out, GroupWindow window, boolean first) {
    if (first) {
      out.println("timestamp,group,host," + String.join(",", window.metrics()));
    }
    for (HostWindow host : window.hosts()) {
      if (host.samples() > 0) {
        out.print(window.start() + "," + window.group() + "," + host.host());
        for (double value : host.values()) {
          out.print("," + value);
        }
        out.println();
      }
    }
  }

  private static RecordedResult contest(List<Double> budgets) {
    var settings =
        new RecordedSettings(
            group.incidents(),
            group.scoredFromMillis(),
            Long.MAX_VALUE,
            GroupLife.WINDOW_MILLIS,
            budgets,
            2,
            null);
    return new RecordedContest(settings, windows).run(Progress.NONE);
  }

  private static RecordedRow row(RecordedResult result, String detector, double budget) {
    return result.rows().stream()
        .filter(row -> row.detector().equals(detector) && row.falseAlarmsPerWeek() == budget)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldTellWhatNobodyFindsAndWhatShows() {
    long ofOurs =
        row(result, Peerwatch.TITLE, 7).tally().outcomes().stream().filter(o -> !o.found()).count();
    assertThat(result.foundByNone()).isLessThanOrEqualTo(ofOurs);
    assertThat(result.shownShare()).isBetween(0.1, 0.9);
    var band = new LeavesBand(windows.get(GroupLife.GROUP), group.scoredFromMillis());
    long before =
        windows.get(GroupLife.GROUP).stream()
            .filter(window -> window.start() < group.scoredFromMillis())
            .filter(window -> band.of(window, window.hosts().get(0)))
            .count();
    int metrics = windows.get(GroupLife.GROUP).get(0).metrics().size();
    assertThat(before).isBetween(1L, 5L * metrics); // two beyond each end, or as many as are equal
  }

  @Test
  void shouldScoreOursAsABacktestDoes() throws IOException {
    RecordedRow ours = row(result, Peerwatch.TITLE, 3);
    LabelScore expected = backtest();
    assertThat(ours.tally().outcomes()).isEqualTo(expected.alarms().outcomes());
    assertThat(ours.tally().falseAlarms()).isEqualTo(expected.alarms().falseAlarms());
    assertThat(ours.tally().groupWeeks()).isCloseTo(expected.alarms().groupWeeks(), within(1e-9));
    assertThat(ours.averagePrecision()).isCloseTo(expected.averagePrecision(), within(1e-12));
    assertThat(ours.recallInterval()).isEqualTo(expected.recallInterval());
    assertThat(ours.tally().found().value()).isGreaterThan(0.5);
  }

  private static LabelScore backtest() throws IOException {
    List<Label> labels = group.incidents().stream().map(RecordedContestTest::label).toList();
    var score =
        new ScoreSettings(
            labels,
            Instant.ofEpochMilli(group.scoredFromMillis()),
            Instant.parse("2100-01-01T00:00:00Z"));
    var settings =
        new BacktestSettings(
            List.of(samples),
            List.of(),
            List.of(),
            List.of(),
            folder.resolve("alerts.jsonl"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(score),
            WINDOWS,
            3,
            null,
            0);
    return new Backtest(settings, bad -> {}).run(Progress.NONE).score().orElseThrow();
  }

  private static Label label(Incident incident) {
    return new Label(
        incident.host(),
        Instant.ofEpochMilli(incident.startMillis()),
        Instant.ofEpochMilli(incident.endMillis()),
        incident.metrics(),
        incident.group(),
        incident.kind());
  }

  @Test
  void shouldKeepControlsAtTheFloorAndOursAboveAllOthers() {
    for (double budget : List.of(1.0, 7.0)) {
      double ours = row(result, Peerwatch.TITLE, budget).tally().found().value();
      for (Baseline baseline : Baseline.values()) {
        RecordedRow other = row(result, baseline.title(), budget);
        assertThat(other.tally().found().value()).as(baseline.title()).isLessThan(ours);
        if (baseline.isControl()) {
          assertThat(other.tally().found().value()).as(baseline.title()).isLessThan(0.15);
          assertThat(other.averagePrecision()).isLessThan(2 * result.labelledShare());
        }
      }
      RecordedRow shifted = row(result, ShiftedLabels.TITLE, budget);
      assertThat(shifted.tally().found().value()).isLessThan(ours / 2);
    }
  }

  /** What labels choose is at least as good as what they don't, where it stays in the budget. */
  @Test
  void shouldFindMoreWithTheBestThresholdThanWithACalibratedOne() {
    for (RecordedRow row : result.rows()) {
      boolean ofThree = row.falseAlarmsPerWeek() == 3;
      if (ofThree && row.best() != null && !row.detector().equals(Peerwatch.TITLE)) {
        boolean kept = row.tally().falseAlarmsPerWeek() <= 3;
        assertThat(row.best().falseAlarmsPerWeek()).isLessThanOrEqualTo(3);
        assertThat(!kept || row.best().found() >= row.tally().found().hits() - 1)
            .as(row.toString())
            .isTrue();
      }
    }
  }

  @Test
  void shouldAskForSomethingToLearnFrom() {
    var settings =
        new RecordedSettings(
            List.of(), GroupLife.startOf(0), Long.MAX_VALUE, 300_000, List.of(1.0), 1, null);
    assertThatThrownBy(() -> new RecordedContest(settings, windows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("begin before the scored time");
  }
}
