package io.peerwatch.cli.run;

import java.util.Map;
import sun.misc.Signal;

/** Whoever asks twice does not want to wait: the next signal ends the process at once. */
final class SecondSignal {
  /** As shells count them: 128 and the signal's number. */
  private static final Map<String, Integer> EXIT_CODES = Map.of("INT", 130, "TERM", 143);

  private SecondSignal() {}

  static void endsAtOnce() {
    EXIT_CODES.forEach(
        (name, code) -> {
          try {
            Signal.handle(new Signal(name), signal -> Runtime.getRuntime().halt(code));
          } catch (IllegalArgumentException e) {
            // This JVM keeps the signal to itself (-Xrs): it ends the process anyway.
          }
        });
  }
}
