package io.peerwatch.streams.canary;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * When canaries' samples were sent and when their verdicts were seen. A <em>round trip</em> is from
 * the sending of the last sample of a window to its verdict. The first window that a group sends
 * for may have begun before, and hosts that were away are waited for in it: it is none.
 */
public final class RoundTrips {
  private static final int SENT_MAX = 1_000;

  private final LongConsumer nanos;
  private final LongSupplier nanoTime;
  private final Map<String, Group> groups = new HashMap<>();
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  private static final class Group {
    /** When it was sent, by event time. */
    final TreeMap<Long, Long> sentAt = new TreeMap<>();

    boolean warm;
    long lastAt;
  }

  /**
   * @param nanos takes each round trip, in nanoseconds
   * @param nanoTime as of {@link System#nanoTime}
   */
  public RoundTrips(LongConsumer nanos, LongSupplier nanoTime) {
    this.nanos = nanos;
    this.nanoTime = nanoTime;
  }

  /** Forgets groups of partitions that went elsewhere. */
  synchronized void keepOnly(Set<String> mine) {
    groups.keySet().retainAll(mine);
  }

  synchronized void sent(String group, long eventMillis, long atNanos) {
    Group known = groups.computeIfAbsent(group, name -> begin(atNanos));
    known.sentAt.put(eventMillis, atNanos);
    if (known.sentAt.size() > SENT_MAX) {
      known.sentAt.pollFirstEntry();
    }
  }

  private static Group begin(long atNanos) {
    Group group = new Group();
    group.lastAt = atNanos;
    return group;
  }

  /**
   * @param windowEndMillis event time, exclusive
   */
  synchronized void seen(String group, long windowEndMillis, long atNanos) {
    Group known = groups.get(group);
    if (known == null) {
      return; // of another instance, or of before this one began
    }
    Map.Entry<Long, Long> last = known.sentAt.lowerEntry(windowEndMillis);
    if (last == null) {
      return;
    }
    if (known.warm) {
      nanos.accept(atNanos - last.getValue());
    }
    known.warm = true;
    known.lastAt = atNanos;
    known.sentAt.headMap(windowEndMillis).clear();
  }

  void delivered(boolean well) {
    (well ? delivered : failed).incrementAndGet();
  }

  /** Samples that the broker took. */
  public long samplesSent() {
    return delivered.get();
  }

  /** Samples that it did not take in time. */
  public long samplesFailed() {
    return failed.get();
  }

  /**
   * Nanoseconds since the last verdict came back, of the group that waits longest; of one that none
   * came back for, since it began to send. 0 without a group.
   */
  public synchronized long ageNanos() {
    long now = nanoTime.getAsLong();
    long oldest = 0;
    for (Group group : groups.values()) {
      oldest = Math.max(oldest, now - group.lastAt);
    }
    return oldest;
  }
}
