package io.peerwatch.producers.agent;

import io.peerwatch.producers.agent.Ticks.Tick;
import io.peerwatch.producers.agent.notes.Notes;
import io.peerwatch.producers.publish.PacingClock;
import io.peerwatch.schemas.avro.HostSample;
import java.time.Duration;
import java.util.function.Consumer;

/** Samples this machine at every multiple of the period, until stopped. */
final class HostAgent {
  private final HostSampler sampler;
  private final Ticks ticks;
  private final Consumer<HostSample> sink;
  private final Notes notes;
  private final PacingClock clock;
  private long sampled;
  private long skipped;

  HostAgent(
      HostSampler sampler,
      Duration period,
      Consumer<HostSample> sink,
      Notes notes,
      PacingClock clock) {
    this.sampler = sampler;
    this.ticks = new Ticks(period.toMillis());
    this.sink = sink;
    this.notes = notes;
    this.clock = clock;
  }

  /** Reads once for the rates to start from, then samples at each multiple of the period. */
  void run() {
    sampler.sample(clock.millis());
    while (!clock.stopped()) {
      long due = ticks.after(clock.millis());
      clock.await(due);
      // It isn't due yet when the clock was set back meanwhile.
      if (!clock.stopped() && clock.millis() >= due) {
        sample(ticks.at(clock.millis(), clock.nanos()));
      }
    }
  }

  long sampled() {
    return sampled;
  }

  /** Instants without a sample, because the reading before took too long. */
  long skipped() {
    return skipped;
  }

  private void sample(Tick tick) {
    tell(tick);
    HostSample sample = sampler.sample(tick.millis());
    sampled++;
    sink.accept(sample);
  }

  private void tell(Tick tick) {
    if (tick.clockSetMillis() != 0) {
      notes.onceAMinute(
          "clock",
          "the clock was set %s by %,d s (or the machine slept): going on from there"
              .formatted(
                  tick.clockSetMillis() > 0 ? "ahead" : "back",
                  Math.abs(tick.clockSetMillis()) / 1_000));
    }
    if (tick.skipped() > 0) {
      skipped += tick.skipped();
      notes.onceAMinute(
          "skipped",
          "reading took longer than a period: %,d instants without a sample so far"
              .formatted(skipped));
    }
  }
}
