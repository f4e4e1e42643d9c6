package io.peerwatch.producers.agent.rate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Turns counters into rates per second, over their devices.
 *
 * <p>Laws: a device counts from its second reading on; where one of them starts over, its metric is
 * left out of that reading, since a sum without it would look like a dip; one that is gone is
 * forgotten, and new when it comes back; a rate is never negative.
 */
public final class CounterRates {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Set<String> busiest;
  private Map<Counter, Double> before = Map.of();
  private long beforeNanos;

  /**
   * @param busiest metrics of which the highest device's rate is taken, not the sum: shares of time
   */
  public CounterRates(Set<String> busiest) {
    this.busiest = Set.copyOf(busiest);
  }

  /**
   * Rate by metric since the reading before; empty at the first one, and when no time has passed.
   */
  public Map<String, Double> since(long nanos, Map<Counter, Double> counters) {
    double seconds = (nanos - beforeNanos) / NANOS_PER_SECOND;
    Map<String, Double> rates = seconds > 0 ? rates(counters, seconds) : Map.of();
    before = Map.copyOf(counters);
    beforeNanos = nanos;
    return rates;
  }

  private Map<String, Double> rates(Map<Counter, Double> counters, double seconds) {
    var rates = new HashMap<String, Double>();
    var startedOver = new HashSet<String>();
    counters.forEach(
        (counter, state) -> {
          Double earlier = before.get(counter);
          if (earlier == null) {
            return;
          }
          if (state < earlier) {
            startedOver.add(counter.metric());
            return;
          }
          rates.merge(
              counter.metric(),
              (state - earlier) / seconds,
              busiest.contains(counter.metric()) ? Math::max : Double::sum);
        });
    rates.keySet().removeAll(startedOver);
    return rates;
  }
}
