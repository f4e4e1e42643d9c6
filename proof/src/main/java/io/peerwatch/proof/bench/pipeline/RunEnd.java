package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.contestant.RunOrder;
import io.peerwatch.proof.bench.pipeline.measure.Offsets;
import io.peerwatch.proof.bench.pipeline.measure.OutlierNames;
import io.peerwatch.proof.bench.pipeline.measure.SeenVerdict;
import io.peerwatch.proof.bench.pipeline.measure.VerdictWatch;
import io.peerwatch.proof.bench.pipeline.seat.BenchException;
import io.peerwatch.proof.bench.pipeline.seat.Seat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * When a run is over, seen from outside: when the commit of its last piece of work is visible. For
 * a reader that writes nothing that is its committed offsets, for ours the last window's verdict of
 * every group.
 */
abstract class RunEnd implements AutoCloseable {
  private static final long LOOK_MILLIS = 10;
  private static final long WELL_MILLIS = 1_000;
  private static final long STALLED_MILLIS = 300_000;

  final Ground ground;
  private long reachedAtMillis;

  RunEnd(Ground ground) {
    this.ground = ground;
  }

  static RunEnd of(RunOrder order, Ground ground, Admin admin) {
    return switch (order.contestant()) {
      case PEERWATCH -> new OfVerdicts(ground);
      case TEXTBOOK -> new OfTextbook(order, ground, new Offsets(admin));
      default -> new OfOffsets(order.applicationId(), ground, new Offsets(admin));
    };
  }

  /** Waits for it. */
  void await(Seat seat) throws InterruptedException {
    long start = System.currentTimeMillis();
    long wellAt = start;
    while (!reached()) {
      long now = System.currentTimeMillis();
      if (now - wellAt > WELL_MILLIS) {
        seat.requireWell();
        wellAt = now;
      }
      if (now - start > STALLED_MILLIS) {
        throw new BenchException("not over after 5 minutes: " + state());
      }
      Thread.sleep(LOOK_MILLIS);
    }
    reachedAtMillis = System.currentTimeMillis();
  }

  abstract boolean reached();

  /** When it was reached, in epoch milliseconds. */
  long atMillis() {
    return reachedAtMillis;
  }

  /** Hosts that were found apart. */
  Set<String> apart() {
    return Set.of();
  }

  /** How far it has come, for who waits in vain. */
  abstract String state();

  /** Throws when the work has not come across each sample once. */
  void requireAllCounted(long samples) {
    if (samples != ground.count()) {
      throw new BenchException(
          "%d samples were counted, not %d".formatted(samples, ground.count()));
    }
  }

  /** Throws when there is not one verdict with all hosts of every group and window. */
  void requireWholeVerdicts() {}

  @Override
  public void close() {
    // nothing was opened
  }

  /** All offsets of the samples are committed. */
  private static class OfOffsets extends RunEnd {
    final String group;
    final Offsets offsets;

    OfOffsets(String group, Ground ground, Offsets offsets) {
      super(ground);
      this.group = group;
      this.offsets = offsets;
    }

    @Override
    boolean reached() {
      return offsets.reached(group, ground.ends(), 0);
    }

    @Override
    String state() {
      return "group " + group + " has not committed all of " + ground.ends();
    }
  }

  /** And those of the repartitioned values. */
  private static final class OfTextbook extends OfOffsets {
    private final String outliersTopic;
    private Map<TopicPartition, Long> repartitioned;

    OfTextbook(RunOrder order, Ground ground, Offsets offsets) {
      super(order.applicationId(), ground, offsets);
      outliersTopic = order.outliersTopic();
    }

    @Override
    Set<String> apart() {
      return OutlierNames.in(ground.connection().kafkaClient(), outliersTopic);
    }

    @Override
    boolean reached() {
      if (repartitioned == null && super.reached()) {
        repartitioned = offsets.ends(group + "-by-metric-repartition");
      }
      return repartitioned != null && offsets.reached(group, repartitioned, 1);
    }
  }

  private static final class OfVerdicts extends RunEnd {
    private final VerdictWatch watch;

    OfVerdicts(Ground ground) {
      super(ground);
      watch = new VerdictWatch(ground.connection());
    }

    @Override
    boolean reached() {
      return watch.count(this::isLast) >= groups();
    }

    @Override
    long atMillis() {
      return watch.all().stream()
          .filter(this::isLast)
          .mapToLong(SeenVerdict::seenAtMillis)
          .max()
          .orElseThrow();
    }

    @Override
    String state() {
      return "%d of %d groups are judged to the end".formatted(watch.count(this::isLast), groups());
    }

    /** Every group has one verdict on every window, and all its hosts were in each. */
    @Override
    void requireAllCounted(long samples) {
      super.requireAllCounted(samples);
      requireWholeVerdicts();
    }

    @Override
    void requireWholeVerdicts() {
      List<SeenVerdict> all = watch.all();
      long distinct =
          all.stream().map(verdict -> verdict.group() + verdict.windowStart()).distinct().count();
      long expected = (long) groups() * ground.samples().windows();
      long whole = watch.count(this::isWhole);
      if (distinct != expected || all.size() != expected || whole != expected) {
        throw new BenchException(
            "%d verdicts, %d of them of different windows and %d with all hosts in time, not %d"
                .formatted(all.size(), distinct, whole, expected));
      }
    }

    @Override
    Set<String> apart() {
      return watch.all().stream()
          .flatMap(verdict -> verdict.apart().stream())
          .collect(Collectors.toSet());
    }

    private boolean isLast(SeenVerdict verdict) {
      return verdict.windowStart() == ground.samples().lastWindowStart();
    }

    private boolean isWhole(SeenVerdict verdict) {
      return verdict.hostsReported() == ground.samples().fleet().shape().groupSize()
          && verdict.lateSamples() == 0;
    }

    private int groups() {
      return ground.samples().fleet().shape().groups();
    }

    @Override
    public void close() {
      watch.close();
    }
  }
}
