package io.peerwatch.producers.simulate.yaml;

/** A moment: {@code -3m} and {@code +20s} count from now, {@code 2h} from the scenario's start. */
record Start(boolean fromNow, long offsetMillis) {
  static Start of(String text) {
    if (text.startsWith("-")) {
      return new Start(true, -Quantities.millis(text.substring(1)));
    }
    return text.startsWith("+")
        ? new Start(true, Quantities.millis(text.substring(1)))
        : new Start(false, Quantities.millis(text));
  }

  /** Told from the scenario's start. */
  long millis(long historyMillis) {
    return fromNow ? historyMillis + offsetMillis : offsetMillis;
  }
}
