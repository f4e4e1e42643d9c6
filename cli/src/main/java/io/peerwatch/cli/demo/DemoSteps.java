package io.peerwatch.cli.demo;

import io.peerwatch.cli.terminal.ProgressDisplay;
import io.peerwatch.cli.terminal.Terminal;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** The demo's steps as numbered lines, each with the seconds since the start. */
final class DemoSteps {
  private final Terminal terminal;
  private final LongSupplier nanoTime;
  private final long startedAt;
  private int step;
  private boolean alerted;

  DemoSteps(Terminal terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.startedAt = nanoTime.getAsLong();
  }

  Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - startedAt);
  }

  /** The next step begins. */
  synchronized void next(String what) {
    step++;
    line("%d. %s".formatted(step, what));
  }

  /** What came of the step. */
  synchronized void detail(String format, Object... arguments) {
    line("   " + format.formatted(arguments));
  }

  /** Says how long the first alert took, when it comes. */
  synchronized void firstAlert() {
    if (!alerted) {
      alerted = true;
      line("   the first alert:");
    }
  }

  /** How to look at the same from another terminal. */
  void hint(ConnectionSettings connection) {
    ConnectionSettings usual =
        ConnectionSettings.of("127.0.0.1:9092", "http://127.0.0.1:8081", connection.prefix());
    String where =
        connection.equals(usual)
            ? ""
            : " --bootstrap-servers %s --registry %s"
                .formatted(connection.bootstrapServers(), connection.registryUrl());
    detail("in another terminal: ./peerwatch notify --to console --from-beginning%s", where);
    detail("stop with Ctrl-C");
  }

  ProgressDisplay progress() {
    return terminal.progress();
  }

  private void line(String text) {
    double seconds = elapsed().toMillis() / 1000.0;
    terminal.line(String.format(Locale.ROOT, "%5.1f s  %s", seconds, text));
  }
}
