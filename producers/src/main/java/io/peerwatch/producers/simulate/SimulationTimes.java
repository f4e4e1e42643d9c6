package io.peerwatch.producers.simulate;

import io.peerwatch.producers.publish.Speed;
import io.peerwatch.producers.simulate.scenario.Scenario;
import java.time.Instant;

/**
 * When a simulation starts, reaches its now and ends, in epoch milliseconds.
 *
 * @param endMillis exclusive; {@code Long.MAX_VALUE} when it runs until stopped
 * @param speed how fast time runs from its now on
 */
record SimulationTimes(long startMillis, long nowMillis, long endMillis, Speed speed) {
  /** A Monday; recordings start there, so that the same seed gives the same bytes on any day. */
  static final long RECORDING_START_MILLIS = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

  /** Times of a run whose now is the present, on a multiple of the period. */
  static SimulationTimes live(SimulationSettings settings, long presentMillis) {
    long period = settings.scenario().periodMillis();
    long now = Math.floorDiv(presentMillis, period) * period;
    long start = now - settings.scenario().historyMillis();
    long untilTold = settings.speed().isMax() ? endOfAll(settings, start) : Long.MAX_VALUE;
    return new SimulationTimes(start, now, end(settings, start, untilTold), settings.speed());
  }

  /** Times of a run that nobody waits for. */
  static SimulationTimes recorded(SimulationSettings settings) {
    long start = RECORDING_START_MILLIS;
    long now = start + settings.scenario().historyMillis();
    return new SimulationTimes(
        start, now, end(settings, start, endOfAll(settings, start)), Speed.MAX);
  }

  /** The moment of the clock at which the samples of an instant are due; 0: at once. */
  long dueMillis(long instantMillis) {
    long ahead = instantMillis - nowMillis;
    return ahead <= 0 || speed.isMax() ? 0 : nowMillis + speed.clockMillis(ahead);
  }

  boolean isOpen() {
    return endMillis == Long.MAX_VALUE;
  }

  private static long end(SimulationSettings settings, long startMillis, long otherwise) {
    var told = settings.durationMillis();
    return told.isPresent() ? startMillis + told.getAsLong() : otherwise;
  }

  /** Without an end of its own a scenario is over when its history and its faults are. */
  private static long endOfAll(SimulationSettings settings, long startMillis) {
    Scenario scenario = settings.scenario();
    long length = Math.max(scenario.historyMillis(), scenario.troublesEndMillis());
    return startMillis + Math.max(length, scenario.periodMillis());
  }
}
