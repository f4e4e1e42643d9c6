package io.peerwatch.streams.run;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.source.SourceLog;
import io.peerwatch.streams.state.StateStores;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the topology on Kafka Streams from start to end. A stream thread that dies is replaced
 * within a budget; beyond that the instance ends, and {@link #failure()} says why in one line.
 */
public final class StreamsRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

  private final StreamSettings settings;
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ThreadReplacement replacement = new ThreadReplacement(Instant::now);
  private final RestoreProgress restoring = new RestoreProgress();
  private final AtomicLong rebalances = new AtomicLong();
  private final SamplesBehind behind;
  private final FleetCounts counts;
  private SchemaRegistryClient registry;
  private int partitions;
  private volatile KafkaStreams streams;

  public StreamsRunner(StreamSettings settings) {
    this(settings, millis -> {});
  }

  /**
   * @param verdictLatencies takes, at the commit of each verdict, the milliseconds since the record
   *     that closed its window; called by stream threads
   */
  public StreamsRunner(StreamSettings settings, LongConsumer verdictLatencies) {
    this.settings = settings;
    this.behind = new SamplesBehind(settings.connection().topic(Topics.HOST_SAMPLES));
    this.counts = FleetCounts.of(Clock.systemUTC(), verdictLatencies);
  }

  /**
   * Starts the stream threads and returns.
   *
   * @throws StreamStartException when the topics are not there, with what to do
   */
  public void start() {
    partitions = SourceTopics.partitions(settings.connection());
    registry = Registries.connect(settings.connection());
    FleetSettings fleet =
        FleetSettings.of(
                settings.connection().prefix(),
                settings.window(),
                settings.falseAlarmsPerWeek(),
                partitions,
                StateStores.CHANGELOGGED)
            .withWorkMetric(settings.workMetric());
    Properties properties = StreamsProperties.of(settings);
    SourceLog log = new KafkaSourceLog(properties);
    streams =
        new KafkaStreams(
            new FleetTopology(fleet, registry, counts, log).build(),
            properties,
            new WatchedClients(counts, behind, replacement));
    streams.setUncaughtExceptionHandler(replacement);
    streams.setGlobalStateRestoreListener(restoring);
    streams.setStateListener((now, before) -> observe(now));
    LOG.info(
        "Starting {} on {} ({} partitions of {})",
        settings.applicationId(),
        settings.connection().bootstrapServers(),
        partitions,
        settings.connection().topic(Topics.HOST_SAMPLES));
    streams.start();
  }

  /** How many the topic of samples has; known after the start. */
  public int partitions() {
    return partitions;
  }

  /** Waits until all tasks are restored and run; false when that takes longer or it has ended. */
  public boolean awaitRunning(Duration timeout) throws InterruptedException {
    return running.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && failure() == null;
  }

  /** Waits until it ends, by {@link #close()} or by a failure. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  public boolean failed() {
    return failure() != null;
  }

  /** Why it gave up, in one line; null when it did not. */
  public String failure() {
    return replacement.givenUp();
  }

  /**
   * How it is, for those who watch it; from any thread, also before the start and after the end.
   */
  public Vitals vitals() {
    return new Vitals(settings, streams, counts, behind, restoring, replacement, rebalances.get());
  }

  /**
   * Commits what is done, hands its partitions to the others and stops. One with a name of its own
   * keeps its partitions for when it comes back.
   */
  @Override
  public void close() {
    if (streams != null && !streams.close(closing())) {
      LOG.warn("Not all stream threads ended within {} s", CLOSE_TIMEOUT.toSeconds());
    }
    if (registry != null) {
      closeRegistry();
    }
    ended.countDown();
  }

  private CloseOptions closing() {
    var membership =
        settings.instanceId().isPresent()
            ? GroupMembershipOperation.REMAIN_IN_GROUP
            : GroupMembershipOperation.LEAVE_GROUP;
    return CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(membership);
  }

  private void closeRegistry() {
    try {
      registry.close();
    } catch (IOException e) {
      LOG.warn("The registry client did not close: {}", e.getMessage());
    }
  }

  private void observe(State now) {
    LOG.info("{} is {}", settings.applicationId(), now);
    if (now == State.REBALANCING) {
      rebalances.incrementAndGet();
    }
    if (now == State.RUNNING) {
      running.countDown();
    }
    if (now == State.ERROR || now == State.NOT_RUNNING) {
      running.countDown();
      ended.countDown();
    }
  }
}
