package io.peerwatch.cli.demo;

import io.peerwatch.cli.terminal.ProgressDisplay;
import io.peerwatch.schemas.avro.GroupVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How far the Streams application has judged the fleet's history, shown until it is up to now. */
final class DemoCatchUp implements AutoCloseable {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final DemoSteps steps;
  private final ProgressDisplay progress;
  private final int groups;
  private final Instant start;
  private final Instant now;
  private final Map<String, Instant> judgedUntil = new HashMap<>();
  private long verdicts;
  private boolean caughtUp;

  /**
   * @param groups how many groups the fleet has
   * @param start of the history
   * @param now its end
   */
  DemoCatchUp(DemoSteps steps, int groups, Instant start, Instant now) {
    this.steps = steps;
    this.progress = steps.progress();
    this.groups = groups;
    this.start = start;
    this.now = now;
  }

  /** The next verdict; called by one thread. */
  void add(GroupVerdict verdict) {
    verdicts++;
    judgedUntil.put(verdict.getGroup(), verdict.getWindowEnd());
    if (caughtUp || judgedUntil.size() < groups) {
      return;
    }
    Instant slowest = judgedUntil.values().stream().min(Instant::compareTo).orElse(start);
    progress.report("          judging the history", minutes(slowest), minutes(now));
    if (slowest.isAfter(now.minus(WINDOW.multipliedBy(2)))) {
      caughtUp = true;
      progress.close();
      steps.detail("history judged, %,d windows; from here on as they come", verdicts);
    }
  }

  private long minutes(Instant until) {
    return Math.max(0, Duration.between(start, until).toMinutes());
  }

  @Override
  public void close() {
    progress.close();
  }
}
