package io.peerwatch.consumers.notify;

import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.json.JsonLines;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Writes the alert changes that pass a filter, one line each: for people, or JSON for scripts. */
public final class ConsoleNotifier implements Consumer<HostAlert> {
  private final Predicate<HostAlert> filter;
  private final Function<HostAlert, String> text;
  private final Consumer<String> lines;

  private ConsoleNotifier(
      Predicate<HostAlert> filter, Function<HostAlert, String> text, Consumer<String> lines) {
    this.filter = filter;
    this.text = text;
    this.lines = lines;
  }

  /** Readable lines; colours when told so. */
  public static ConsoleNotifier readable(
      Predicate<HostAlert> filter, boolean colour, Consumer<String> lines) {
    return new ConsoleNotifier(filter, new AlertLine(InstantSource.system(), colour)::of, lines);
  }

  /** The whole change as a JSON object a line, fields by their Avro names. */
  public static ConsoleNotifier json(Predicate<HostAlert> filter, Consumer<String> lines) {
    return new ConsoleNotifier(filter, JsonLines::of, lines);
  }

  @Override
  public void accept(HostAlert alert) {
    if (filter.test(alert)) {
      lines.accept(text.apply(alert));
    }
  }
}
