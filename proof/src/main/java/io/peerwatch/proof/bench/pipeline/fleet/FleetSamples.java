package io.peerwatch.proof.bench.pipeline.fleet;

import io.peerwatch.producers.publish.SamplePublisher;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.schemas.settings.ConnectionSettings;

/**
 * Samples that lie on the topic before anything is measured: whole windows, every host in each.
 *
 * @param from start of the first window, in epoch milliseconds
 * @param windows how many
 * @param perWindow samples of a host in each: {@value #SAMPLES_PER_WINDOW} at the cadence of live
 *     hosts
 */
public record FleetSamples(
    BenchFleet fleet, SendingTimes times, long from, int windows, int perWindow) {
  public static final long WINDOW_MILLIS = 60_000;

  /** 2026-01-01T00:00Z, the start of a window and of a day. */
  public static final long START_MILLIS = 1_767_225_600_000L;

  public static final int SAMPLES_PER_WINDOW = (int) (WINDOW_MILLIS / SendingTimes.PERIOD_MILLIS);

  public long count() {
    return (long) fleet.shape().hosts() * windows * perWindow;
  }

  public long end() {
    return from + windows * WINDOW_MILLIS;
  }

  /** Start of the last window. */
  public long lastWindowStart() {
    return end() - WINDOW_MILLIS;
  }

  /** Publishes them all, and returns when the broker has them. */
  public void publish(ConnectionSettings connection, String what, Progress progress) {
    try (SamplePublisher publisher = new SamplePublisher(connection)) {
      long[] done = {0};
      times.forEach(
          from,
          end(),
          WINDOW_MILLIS / perWindow,
          (host, timestamp) -> {
            publisher.publish(fleet.sample(host, timestamp));
            progress.report(what, done[0]++, count());
          });
      publisher.flush();
      progress.report(what, count(), count());
    }
  }
}
