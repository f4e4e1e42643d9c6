package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.fleet.FleetSamples;
import io.peerwatch.proof.bench.pipeline.fleet.FleetShape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What to measure.
 *
 * @param shape of the fleet whose samples lie on the topic, read as fast as it goes
 * @param samples at least so many of it, rounded up to whole windows; at least two of those
 * @param textbookSamples the same for the textbook, which would take minutes over all of them
 * @param live the fleet that sends in real time
 * @param duration how long it does; zero leaves that part out
 * @param threads of each contestant, at least 1; there are twice as many partitions
 * @param warmUp how long each contestant reads at most before the rounds that count ({@link
 *     WarmUp}); with zero the very first counts
 * @param rounds that count
 * @param only who is compared
 * @param ownProcesses whether each contestant has a process of its own
 * @param profile where a flight recording of ours goes
 */
public record PipelineSettings(
    FleetShape shape,
    long samples,
    long textbookSamples,
    FleetShape live,
    Duration duration,
    int threads,
    Duration warmUp,
    int rounds,
    Set<Contestant> only,
    boolean ownProcesses,
    Optional<Path> profile) {
  public static final int HOSTS = 500;
  public static final int GROUP_SIZE = 50;
  public static final int METRICS = 12;
  public static final long SAMPLES = 3_000_000;
  public static final long TEXTBOOK_SAMPLES = 12_000;
  public static final int LIVE_HOSTS = 1_000;
  public static final Duration DURATION = Duration.ofMinutes(1);
  public static final int THREADS = 2;
  public static final Duration WARM_UP = Duration.ofMinutes(2);
  public static final int ROUNDS = 3;

  private static final long HEAP_BYTES = 1L << 30;
  private static final long HEAP_BYTES_PER_VALUE = 1_500;

  public PipelineSettings {
    only = Set.copyOf(only);
    require(samples >= 1 && textbookSamples >= 1, "samples must be 1 or more");
    require(
        duration.isZero() || duration.toMillis() >= FleetSamples.WINDOW_MILLIS,
        "the duration must be 1m at least, a window, or 0s");
    require(threads >= 1 && threads <= 64, "threads must be 1 to 64");
    require(!warmUp.isNegative(), "the warm-up must be 0s or more");
    require(rounds >= 1 && rounds <= 100, "rounds must be 1 to 100");
    require(
        profile.isEmpty() || only.contains(Contestant.PEERWATCH),
        "only peerwatch is profiled, and it is not compared");
    require(!only.isEmpty(), "somebody must be compared");
  }

  /** Of a lone instance of ours that restarts: nobody to compare, nothing to repeat. */
  public static PipelineSettings ofRestart(FleetShape fleet, int threads, boolean ownProcesses) {
    return new PipelineSettings(
        fleet,
        1,
        1,
        fleet,
        Duration.ZERO,
        threads,
        Duration.ZERO,
        1,
        Set.of(Contestant.PEERWATCH),
        ownProcesses,
        Optional.empty());
  }

  /** The same over a fleet of another shape, and never live. */
  PipelineSettings ofShape(FleetShape other) {
    return new PipelineSettings(
        other,
        samples,
        textbookSamples,
        other,
        Duration.ZERO,
        threads,
        warmUp,
        rounds,
        Set.of(Contestant.PASS_THROUGH, Contestant.PEERWATCH),
        ownProcesses,
        Optional.empty());
  }

  int partitions() {
    return 2 * threads;
  }

  /** The same for everybody: room for the largest fleet's state and for garbage. */
  long heapBytes() {
    long values =
        Math.max(
            (long) shape.hosts() * shape.metrics(),
            duration.isZero() ? 0 : (long) live.hosts() * live.metrics());
    return HEAP_BYTES + values * HEAP_BYTES_PER_VALUE;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
