package io.peerwatch.proof.faults.lab;

import io.peerwatch.consumers.feed.TopicFeed;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Follows the committed verdicts as they come. */
public final class VerdictWatch implements AutoCloseable {
  private static final long END_MILLIS_MAX = 10_000;

  private final TopicFeed<GroupVerdict> feed;
  private final Thread thread;
  private final Map<String, Instant> ends = new HashMap<>();
  private final Map<String, Long> counts = new HashMap<>();

  private VerdictWatch(ConnectionSettings connection) {
    feed = new TopicFeed<>(connection, Topics.GROUP_VERDICTS, problem -> {});
    feed.start(true);
    thread = new Thread(() -> feed.run(this::add), "verdict-watch");
    thread.setDaemon(true);
    thread.start();
  }

  public static VerdictWatch start(ConnectionSettings connection) {
    return new VerdictWatch(connection);
  }

  private synchronized void add(GroupVerdict verdict) {
    counts.merge(verdict.getGroup(), 1L, Long::sum);
    ends.merge(verdict.getGroup(), verdict.getWindowEnd(), (a, b) -> a.isAfter(b) ? a : b);
    notifyAll();
  }

  /** Verdicts of all groups so far. */
  public synchronized long count() {
    return counts.values().stream().mapToLong(c -> c).sum();
  }

  public synchronized long count(String group) {
    return counts.getOrDefault(group, 0L);
  }

  /** Whether so many more came in time. */
  public boolean awaitMore(long more, Duration atMost) throws InterruptedException {
    long wanted = count() + more;
    return await(() -> count() >= wanted, atMost);
  }

  /** Whether a group had so many in time. */
  public boolean awaitCount(String group, long wanted, Duration atMost)
      throws InterruptedException {
    return await(() -> count(group) >= wanted, atMost);
  }

  /** Whether all those groups had a window judged that ended there or later, in time. */
  public boolean awaitEnds(Collection<String> groups, Instant end, Duration atMost)
      throws InterruptedException {
    return await(
        () -> groups.stream().allMatch(g -> !ends.getOrDefault(g, Instant.MIN).isBefore(end)),
        atMost);
  }

  private synchronized boolean await(BooleanSupplier condition, Duration atMost)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  @Override
  public void close() throws InterruptedException {
    feed.stop();
    thread.join(END_MILLIS_MAX);
    feed.close();
  }
}
