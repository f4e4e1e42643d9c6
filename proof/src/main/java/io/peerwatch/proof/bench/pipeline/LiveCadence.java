package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.contestant.RunOrder;
import io.peerwatch.proof.bench.pipeline.fleet.BenchFleet;
import io.peerwatch.proof.bench.pipeline.fleet.FleetSamples;
import io.peerwatch.proof.bench.pipeline.fleet.SendingTimes;
import io.peerwatch.proof.bench.pipeline.measure.BenchBroker;
import io.peerwatch.proof.bench.pipeline.measure.Leftovers;
import io.peerwatch.proof.bench.pipeline.measure.SeenVerdict;
import io.peerwatch.proof.bench.pipeline.measure.StateBytes;
import io.peerwatch.proof.bench.pipeline.measure.VerdictWatch;
import io.peerwatch.proof.bench.pipeline.seat.BenchException;
import io.peerwatch.proof.bench.pipeline.seat.RunFigures;
import io.peerwatch.proof.bench.pipeline.seat.Seat;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Ours at the cadence of live hosts. It first reads an hour of history, so that it judges and does
 * not warm up; event time then goes on from there, at the pace of the clock.
 */
final class LiveCadence {
  private static final String PREFIX = "live.";
  private static final int RUN = 0;

  /** Enough to be warm, at the cadence that goes on. */
  private static final int HISTORY_WINDOWS = 62;

  private static final Duration CAUGHT_UP_MAX = Duration.ofMinutes(5);
  private static final Duration LAST_VERDICT_MAX = Duration.ofMinutes(3);
  private static final long LOOK_MILLIS = 100;

  private final BenchBroker broker;
  private final PipelineSettings settings;
  private final Progress progress;
  private final Seat seat;
  private final BenchFleet fleet;
  private final SendingTimes times;
  private final ConnectionSettings connection;
  private final Leftovers leftovers;
  private final RunOrder order;

  LiveCadence(BenchBroker broker, Seats seats, PipelineSettings settings, Progress progress) {
    this.broker = broker;
    this.settings = settings;
    this.progress = progress;
    seat = seats.of(Contestant.PEERWATCH);
    fleet = new BenchFleet(Grounds.SEED, settings.live(), settings.partitions(), Long.MAX_VALUE);
    times = new SendingTimes(Grounds.SEED, settings.live().hosts());
    connection = broker.connection(PREFIX);
    order =
        new RunOrder(
            Contestant.PEERWATCH,
            connection,
            RUN,
            settings.live().metrics(),
            broker.folder("state-live"),
            settings.threads());
    leftovers = new Leftovers(broker.admin(), order.applicationId());
  }

  LiveFigures measure() throws InterruptedException {
    Ground.make(connection, settings.partitions());
    FleetSamples history =
        new FleetSamples(
            fleet,
            times,
            FleetSamples.START_MILLIS,
            HISTORY_WINDOWS,
            FleetSamples.SAMPLES_PER_WINDOW);
    history.publish(connection, "publishing an hour of history", progress);
    try (VerdictWatch watch = new VerdictWatch(connection);
        LiveSender sender = new LiveSender(fleet, times, connection)) {
      seat.start(order);
      awaitWindow(watch, history.lastWindowStart(), CAUGHT_UP_MAX);
      LiveFigures figures = measure(sender, watch, history.end());
      seat.stop();
      return figures;
    }
  }

  private LiveFigures measure(LiveSender sender, VerdictWatch watch, long from)
      throws InterruptedException {
    int windows = (int) (settings.duration().toMillis() / FleetSamples.WINDOW_MILLIS);
    long totalMillis = windows * FleetSamples.WINDOW_MILLIS;
    long changelogBefore = leftovers.changelogBytes();
    long samplesBefore = samplesBytes();
    RunFigures before = seat.figures();
    long startNanos = System.nanoTime();
    sender.send(from, windows, sentMillis -> progress.report("live", sentMillis, totalMillis));
    awaitWindow(watch, from + totalMillis - FleetSamples.WINDOW_MILLIS, LAST_VERDICT_MAX);
    progress.report("live", totalMillis, totalMillis);
    long elapsedNanos = System.nanoTime() - startNanos;
    RunFigures after = seat.figures();
    long samples = after.samples() - before.samples();
    double[] latencies = latenciesMillis(sender, watch);
    requireNoneEarly(latencies);
    long cpuNanos = after.cpuNanos() - before.cpuNanos();
    return new LiveFigures(
        settings.live().hosts(),
        settings.live().groupSize(),
        settings.live().metrics(),
        samples,
        latencies.length,
        quantile(latencies, 0.5),
        quantile(latencies, 0.99),
        latencies[latencies.length - 1],
        cpuNanos / 1e3 / samples,
        (double) cpuNanos / elapsedNanos,
        (double) (leftovers.changelogBytes() - changelogBefore) / samples,
        (double) (samplesBytes() - samplesBefore) / samples,
        StateBytes.of(connection.kafkaClient(), leftovers.changelogs()),
        after.heapBytes());
  }

  private long samplesBytes() {
    return Leftovers.bytes(broker.admin(), List.of(connection.topic(Topics.HOST_SAMPLES)));
  }

  /** Until all groups have a verdict on that window. */
  private void awaitWindow(VerdictWatch watch, long windowStart, Duration atMost)
      throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    int groups = settings.live().groups();
    while (watch.count(verdict -> verdict.windowStart() == windowStart) < groups) {
      seat.requireWell();
      if (System.nanoTime() > end) {
        throw new BenchException(
            "not all of %d groups were judged within %d s".formatted(groups, atMost.toSeconds()));
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Sorted. */
  private static double[] latenciesMillis(LiveSender sender, VerdictWatch watch) {
    Map<LiveSender.GroupWindowKey, Long> acknowledged = sender.lastAckNanos();
    return watch.all().stream()
        .filter(verdict -> acknowledged.containsKey(key(verdict)))
        .mapToDouble(verdict -> (verdict.seenAtNanos() - acknowledged.get(key(verdict))) / 1e6)
        .sorted()
        .toArray();
  }

  /** A verdict without the window's last samples would make the latency look good. */
  private static void requireNoneEarly(double[] latencies) {
    long early = Arrays.stream(latencies).filter(millis -> millis < 0).count();
    if (early > 0) {
      throw new BenchException(
          "%d of %d live verdicts came before the last sample of their window"
              .formatted(early, latencies.length));
    }
  }

  private static LiveSender.GroupWindowKey key(SeenVerdict verdict) {
    return new LiveSender.GroupWindowKey(verdict.group(), verdict.windowStart());
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }
}
