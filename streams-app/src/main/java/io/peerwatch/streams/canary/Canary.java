package io.peerwatch.streams.canary;

import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.CanaryGroups;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the whole way of a sample: three hosts that do not exist, in a group of their own on
 * each partition that this instance works on, send a sample every ten seconds through the real
 * topic, and their verdicts are read back as any reader of committed records sees them. A broker
 * that is away is waited for; the age of the last round trip tells.
 */
public final class Canary implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Canary.class);

  /** How often each of them sends. */
  public static final Duration INTERVAL = Duration.ofSeconds(10);

  private static final long PAUSE_MILLIS = 1_000;

  private final RoundTrips trips;
  private final Supplier<Set<Integer>> partitions;
  private final ConnectionSettings connection;
  private final int partitionCount;
  private final Duration interval;
  private Thread sending;
  private volatile boolean stopping;

  /**
   * @param partitions those that this instance works on, at each moment
   * @param partitionCount partitions of host-samples
   * @param interval between two samples of a host
   */
  public Canary(
      ConnectionSettings connection,
      RoundTrips trips,
      Supplier<Set<Integer>> partitions,
      int partitionCount,
      Duration interval) {
    this.connection = connection;
    this.trips = trips;
    this.partitions = partitions;
    this.partitionCount = partitionCount;
    this.interval = interval;
  }

  /** Begins to send and to read, on threads of its own. */
  public void start() {
    sending = run("canary-sends", this::send);
    run("canary-reads", this::read);
  }

  @Override
  public void close() {
    stopping = true;
    if (sending != null) {
      sending.interrupt(); // the other one looks up twice a second
    }
  }

  private void send() throws InterruptedException {
    try (var sender = new CanarySender(connection, trips, interval)) {
      while (!stopping) {
        long at = sender.next(System.currentTimeMillis());
        TimeUnit.MILLISECONDS.sleep(Math.max(0, at - System.currentTimeMillis()));
        Set<Integer> mine = partitions.get();
        trips.keepOnly(groups(mine));
        for (int partition : mine) {
          sender.send(CanaryGroups.on(partition, partitionCount), at);
        }
      }
    }
  }

  private Set<String> groups(Set<Integer> mine) {
    return mine.stream()
        .map(partition -> CanaryGroups.on(partition, partitionCount))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void read() {
    try (var reader = new CanaryReader(connection, trips)) {
      while (!stopping) {
        reader.read(partitions.get());
      }
    }
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private Thread run(String name, Work work) {
    Thread thread = new Thread(() -> repeat(name, work), name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** The application goes on without its canary, and the canary begins anew. */
  private void repeat(String name, Work work) {
    while (!stopping) {
      try {
        work.run();
      } catch (InterruptedException | InterruptException e) {
        return; // only close() interrupts it
      } catch (RuntimeException e) {
        LOG.warn("{} begins anew: {}", name, e.getMessage());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
