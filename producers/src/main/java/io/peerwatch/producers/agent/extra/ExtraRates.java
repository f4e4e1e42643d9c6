package io.peerwatch.producers.agent.extra;

import io.peerwatch.producers.agent.notes.Notes;
import io.peerwatch.producers.agent.rate.Counter;
import io.peerwatch.producers.agent.rate.CounterRates;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Makes values of one source's texts: counters become rates, bad lines are told and counted. */
final class ExtraRates {
  private static final int TOLD_MAX = 10;

  private final String source;
  private final Notes notes;
  private final CounterRates rates = new CounterRates(Set.of());
  private long badLines;

  /**
   * @param source as notes name it
   */
  ExtraRates(String source, Notes notes) {
    this.source = source;
    this.notes = notes;
  }

  /** Value by metric; a counter's is its rate per second since the text before. */
  synchronized Map<String, Double> values(long nanos, MetricText text) {
    tellOf(text);
    var values = new HashMap<String, Double>();
    var counters = new HashMap<Counter, Double>();
    text.quantities()
        .forEach(
            (metric, quantity) -> {
              if (quantity.counter()) {
                counters.put(Counter.of(metric), quantity.value());
              } else {
                values.put(metric, quantity.value());
              }
            });
    values.putAll(rates.since(nanos, counters));
    return values;
  }

  synchronized long badLines() {
    return badLines;
  }

  private void tellOf(MetricText text) {
    badLines += text.badLines().size();
    text.badLines().stream()
        .limit(TOLD_MAX)
        .forEach(
            bad ->
                notes.once(
                    source + ":" + bad.number(),
                    "%s:%d: skipped, %s".formatted(source, bad.number(), bad.reason())));
  }
}
