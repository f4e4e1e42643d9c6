package io.peerwatch.cli.command;

import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.schemas.avro.HostSample;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;

/** One sample for a person to look at: a line per attribute and per metric, with its unit. */
final class SamplePrint {
  private static final MathContext DIGITS = new MathContext(6);

  private final Terminal terminal;

  SamplePrint(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(HostSample sample) {
    terminal.line("host   " + sample.getHost());
    terminal.line("group  " + sample.getGroup());
    terminal.line("time   " + sample.getTimestamp());
    Map<String, String> attributes = new TreeMap<>(sample.getAttributes());
    attributes.forEach((name, value) -> terminal.line("  %-44s %s".formatted(name, value)));
    terminal.line("metrics");
    Map<String, Double> metrics = new TreeMap<>(sample.getMetrics());
    metrics.forEach((name, value) -> terminal.line(line(name, value)));
  }

  private static String line(String metric, double value) {
    String unit = MetricDictionary.standard().of(metric).unit();
    String shown = new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    return "  %-44s %16s %s"
        .formatted(metric, shown, unit.equals("1") ? "(0..1)" : unit)
        .stripTrailing();
  }
}
