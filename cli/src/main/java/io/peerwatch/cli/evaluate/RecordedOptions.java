package io.peerwatch.cli.evaluate;

import io.peerwatch.cli.command.BadLineNotes;
import io.peerwatch.cli.option.DurationText;
import io.peerwatch.cli.option.ScoringOptions;
import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.proof.evaluate.recorded.RecordedContest;
import io.peerwatch.proof.evaluate.recorded.RecordedResult;
import io.peerwatch.proof.evaluate.recorded.RecordedSettings;
import io.peerwatch.proof.evaluate.recorded.RecordedWindows;
import io.peerwatch.schemas.csv.RecordedSamples;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.streams.backtest.ScoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Recorded samples to evaluate on, instead of made-up groups. */
final class RecordedOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--recorded",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Recorded samples instead of made-up groups, CSV as backtest reads it, in this order;"
              + " needs --labels and --score-from.")
  private List<Path> files;

  @Mixin private ScoringOptions scoring;

  @Option(
      names = "--window",
      paramLabel = "DURATION",
      defaultValue = "5m",
      converter = DurationText.class,
      description = "Length of a window of recorded samples. Default: ${DEFAULT-VALUE}")
  private Duration window;

  boolean given() {
    return files != null;
  }

  RecordedResult run(
      Terminal terminal, List<Double> budgets, int threads, String workMetric, Progress progress)
      throws IOException {
    ScoreSettings scored = scoring.read().orElseThrow(() -> wrong("--recorded needs --labels"));
    if (!scoring.startsLate()) {
      throw wrong("--recorded needs --score-from: detectors learn on what lies before it");
    }
    WindowSettings windowing = WindowSettings.of(window, WindowSettings.GRACE);
    Map<String, List<GroupWindow>> windows =
        new RecordedWindows(windowing)
            .read(
                files, RecordedSamples.BAD_LINES_MAX_DEFAULT, new BadLineNotes(terminal), progress);
    var settings =
        new RecordedSettings(
            scored.incidents(),
            scored.from().toEpochMilli(),
            scored.to().toEpochMilli(),
            windowing.windowMillis(),
            budgets,
            threads,
            workMetric);
    try {
      return new RecordedContest(settings, windows).run(progress);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private ParameterException wrong(String line) {
    return new ParameterException(command.commandLine(), line);
  }
}
