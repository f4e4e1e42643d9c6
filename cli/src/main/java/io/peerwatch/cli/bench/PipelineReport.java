package io.peerwatch.cli.bench;

import io.peerwatch.proof.bench.pipeline.ContestantFigures;
import io.peerwatch.proof.bench.pipeline.LiveFigures;
import io.peerwatch.proof.bench.pipeline.PipelineFigures;
import io.peerwatch.proof.bench.pipeline.PipelineSettings;
import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Figures of the pipeline as one table and a few lines, at most 120 columns wide. */
final class PipelineReport {
  private static final double MIB = 1 << 20;
  private static final String HEAD = "%-28s %9s %9s %9s %8s %8s %5s %6s %9s";

  private final PipelineFigures figures;

  PipelineReport(PipelineFigures figures) {
    this.figures = figures;
  }

  List<String> lines() {
    PipelineSettings settings = figures.settings();
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "%d hosts in groups of %d, %d metrics, %d threads each; median and best of %d warm"
                + " rounds, and the very first",
            settings.shape().hosts(),
            settings.shape().groupSize(),
            settings.shape().metrics(),
            settings.threads(),
            settings.rounds()));
    lines.add("");
    lines.add(
        line(
            HEAD,
            "as fast as it goes",
            "samples/s",
            "best",
            "cold",
            "to pass",
            "cpu µs a",
            "JIT",
            "heap",
            "topics B"));
    lines.add(line(HEAD, "", "", "", "", "-through", "sample", "%", "MiB", "a sample"));
    figures.contestants().forEach(contestant -> lines.add(row(contestant)));
    figures.live().ifPresent(live -> lines.addAll(live(live)));
    return lines;
  }

  private String row(ContestantFigures contestant) {
    Optional<ContestantFigures> passThrough = figures.of(Contestant.PASS_THROUGH);
    String ratio =
        passThrough
            .map(pass -> line("%.3f", contestant.samplesPerSecond() / pass.samplesPerSecond()))
            .orElse("-");
    double late = contestant.lateShare();
    return line(
            "%-28s %9.0f %9.0f %9.0f %8s %8.2f %5.1f %6.0f %9.1f %s",
            contestant.contestant().title(),
            contestant.samplesPerSecond(),
            contestant.samplesPerSecondBest(),
            contestant.samplesPerSecondCold(),
            ratio,
            contestant.cpuMicrosPerSample(),
            100 * contestant.compileShare(),
            contestant.heapBytes() / MIB,
            contestant.internalBytesPerSample(),
            late > 0 ? line("%.1f %% lost as late", 100 * late) : "")
        .stripTrailing();
  }

  private static List<String> live(LiveFigures live) {
    return List.of(
        "",
        line(
            "live: %d hosts in groups of %d, one sample in 10 s, windows of 1 min; %d verdicts",
            live.hosts(), live.groupSize(), live.verdicts()),
        line(
            "  verdict after the last sample  p50 %.0f ms, p99 %.0f ms, worst %.0f ms",
            live.p50Millis(), live.p99Millis(), live.maxMillis()),
        line(
            "  processor                      %.1f µs a sample, %.3f of a core",
            live.cpuMicrosPerSample(), live.coresUsed()),
        line(
            "  changelogs                     %.1f B a sample, which itself takes %.1f B on the"
                + " broker",
            live.changelogBytesPerSample(), live.sampleBytesPerSample()),
        line(
            "  state                          %.1f MiB, %.0f B a host and metric",
            live.stateBytesAll() / MIB,
            (double) live.stateBytesAll() / live.hosts() / live.metrics()),
        line("  heap, live objects             %.0f MiB", live.heapBytes() / MIB));
  }

  private static String line(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
