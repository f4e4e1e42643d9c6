package io.peerwatch.streams.run;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.state.StateStores;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
  private SchemaRegistryClient registry;
  private KafkaStreams streams;

  public StreamsRunner(StreamSettings settings) {
    this.settings = settings;
  }

  /**
   * Starts the stream threads and returns.
   *
   * @throws StreamStartException when the topics are not there, with what to do
   */
  public void start() {
    int partitions = SourceTopics.partitions(settings.connection());
    registry = Registries.connect(settings.connection());
    FleetSettings fleet =
        FleetSettings.of(
                settings.connection().prefix(),
                settings.window(),
                settings.falseAlarmsPerWeek(),
                partitions,
                StateStores.CHANGELOGGED)
            .withWorkMetric(settings.workMetric());
    streams =
        new KafkaStreams(
            new FleetTopology(fleet, registry).build(), StreamsProperties.of(settings));
    streams.setUncaughtExceptionHandler(replacement);
    streams.setStateListener((now, before) -> observe(now));
    LOG.info(
        "Starting {} on {} ({} partitions of {})",
        settings.applicationId(),
        settings.connection().bootstrapServers(),
        partitions,
        settings.connection().topic(Topics.HOST_SAMPLES));
    streams.start();
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

  /** Commits what is done and stops. */
  @Override
  public void close() {
    if (streams != null && !streams.close(CLOSE_TIMEOUT)) {
      LOG.warn("Not all stream threads ended within {} s", CLOSE_TIMEOUT.toSeconds());
    }
    if (registry != null) {
      closeRegistry();
    }
    ended.countDown();
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
    if (now == State.RUNNING) {
      running.countDown();
    }
    if (now == State.ERROR || now == State.NOT_RUNNING) {
      running.countDown();
      ended.countDown();
    }
  }
}
