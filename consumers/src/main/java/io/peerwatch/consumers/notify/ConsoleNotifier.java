package io.peerwatch.consumers.notify;

import io.peerwatch.consumers.silence.Silences;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.json.JsonLines;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Writes the alert changes that pass a filter and no silence covers, one line each: for people, or
 * JSON for scripts.
 */
public final class ConsoleNotifier implements Consumer<HostAlert> {
  private final Predicate<HostAlert> filter;
  private final BiFunction<HostAlert, List<String>, String> text;
  private final Consumer<String> lines;
  private final Silences silences;
  private final boolean showSilenced;

  private ConsoleNotifier(
      Predicate<HostAlert> filter,
      BiFunction<HostAlert, List<String>, String> text,
      Consumer<String> lines,
      Silences silences,
      boolean showSilenced) {
    this.filter = filter;
    this.text = text;
    this.lines = lines;
    this.silences = silences;
    this.showSilenced = showSilenced;
  }

  /** Readable lines; colours when told so. */
  public static ConsoleNotifier readable(
      Predicate<HostAlert> filter, boolean colour, Consumer<String> lines) {
    var line = new AlertLine(InstantSource.system(), colour);
    return new ConsoleNotifier(
        filter, (alert, by) -> line.of(alert) + mark(by), lines, new Silences(), false);
  }

  /** The whole change as a JSON object a line, fields by their Avro names. */
  public static ConsoleNotifier json(Predicate<HostAlert> filter, Consumer<String> lines) {
    return new ConsoleNotifier(
        filter,
        (alert, by) -> withSilencedBy(JsonLines.of(alert), by),
        lines,
        new Silences(),
        false);
  }

  /** The same, quiet about what these silences cover. */
  public ConsoleNotifier honouring(Silences known) {
    return new ConsoleNotifier(filter, text, lines, known, false);
  }

  /**
   * The same, which writes what these silences cover too, and marks it: for people behind the line,
   * in JSON as a last field {@code silencedBy} with their ids.
   */
  public ConsoleNotifier marking(Silences known) {
    return new ConsoleNotifier(filter, text, lines, known, true);
  }

  @Override
  public void accept(HostAlert alert) {
    if (filter.test(alert)) {
      var by = silences.covering(alert);
      if (by.isEmpty() || showSilenced) {
        lines.accept(text.apply(alert, by));
      }
    }
  }

  private static String mark(List<String> by) {
    return by.isEmpty() ? "" : "  (silenced by %s)".formatted(String.join(", ", by));
  }

  /** Ids are names, which need no escaping. */
  private static String withSilencedBy(String json, List<String> by) {
    return by.isEmpty()
        ? json
        : "%s,\"silencedBy\":[\"%s\"]}"
            .formatted(json.substring(0, json.length() - 1), String.join("\",\"", by));
  }
}
