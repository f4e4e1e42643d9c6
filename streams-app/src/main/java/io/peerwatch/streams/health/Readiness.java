package io.peerwatch.streams.health;

import io.peerwatch.streams.run.Backlog;
import io.peerwatch.streams.run.Vitals;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * Whether an instance does its work: it runs, its state is restored, and it is not far behind the
 * log. An instance that has no partition is ready: it stands by.
 */
public final class Readiness {
  private final Supplier<Vitals> source;
  private final LagBound bound;
  private final InstantSource clock;

  public Readiness(Supplier<Vitals> source, LagBound bound, InstantSource clock) {
    this.source = source;
    this.bound = bound;
    this.clock = clock;
  }

  /** Whether it has not given up. */
  public Answer live() {
    String givenUp = source.get().givenUp();
    return givenUp == null
        ? new Answer(true, List.of())
        : new Answer(false, List.of("it gave up: " + givenUp));
  }

  /** Whether it does its work, and if not, everything that is in the way. */
  public Answer ready() {
    List<String> why = new ArrayList<>(live().why());
    Vitals vitals = source.get();
    State state = vitals.state();
    if (state != State.RUNNING) {
      why.add("it is " + words(state));
    }
    long restoring = vitals.restoring().remainingRecords();
    if (restoring > 0) {
      why.add(
          text(
              "state is being restored: %,d records to go on %d partitions of stores",
              restoring, vitals.restoring().partitions()));
    }
    whyBehind(vitals.backlog(clock.millis()), why);
    return new Answer(why.isEmpty(), List.copyOf(why));
  }

  private void whyBehind(Backlog backlog, List<String> why) {
    if (backlog.unheard() > 0) {
      why.add(
          text(
              "no tick has come back yet on %d of %d partitions",
              backlog.unheard(), backlog.partitions()));
    }
    if (bound.time() != null && backlog.worstMillis() > bound.time().toMillis()) {
      why.add(
          text(
              "partition %d is %,d s behind the log, or its broker is away; at most %d s are allowed",
              backlog.worstPartition(), backlog.worstMillis() / 1000, bound.time().toSeconds()));
    }
    if (bound.time() == null && backlog.records() > bound.records()) {
      why.add(
          text(
              "%,d records are behind; at most %,d are allowed",
              backlog.records(), bound.records()));
    }
  }

  private static String words(State state) {
    return switch (state) {
      case CREATED -> "starting";
      case REBALANCING -> "rebalancing or restoring";
      case PENDING_SHUTDOWN, NOT_RUNNING -> "stopping or stopped";
      case PENDING_ERROR, ERROR -> "ending after a failure";
      case RUNNING -> "running";
    };
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /**
   * @param why what is in the way, in words; empty when nothing is
   */
  public record Answer(boolean yes, List<String> why) {}
}
