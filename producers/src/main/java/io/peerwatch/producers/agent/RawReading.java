package io.peerwatch.producers.agent;

import io.peerwatch.producers.agent.rate.Counter;
import java.util.Map;

/**
 * What a machine says of itself at one instant, before anything is made of it.
 *
 * @param nanos when, on a clock that only goes forward
 * @param gauges value by canonical name; what can't be told is missing
 * @param counters state by counter, in the unit of its metric
 * @param cpu the processors' time so far
 */
record RawReading(
    long nanos, Map<String, Double> gauges, Map<Counter, Double> counters, CpuTime cpu) {

  /**
   * Time of all processors together since the machine started, in any unit.
   *
   * @param busy time not spent idle or waiting for disks
   * @param total all of it
   */
  record CpuTime(long busy, long total) {}
}
