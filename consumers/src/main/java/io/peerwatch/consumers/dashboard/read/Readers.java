package io.peerwatch.consumers.dashboard.read;

import io.peerwatch.consumers.dashboard.latest.Latest;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link Latest} up to date from the topics, in a thread of its own, until closed. Whatever
 * breaks on the way to broker or registry is shown in {@link ReadingHealth} and tried again.
 */
public final class Readers implements Feed {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
  private static final Duration LOOK_AROUND_EVERY = Duration.ofSeconds(5);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final RecordIntake intake;
  private final ReadingHealth health;
  private final String broker;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);

  /** The consumer in use, to wake it up; null before the first. */
  private volatile Consumer<byte[], byte[]> reading;

  private final Thread thread = new Thread(this::run, "dashboard-readers");

  public Readers(ConnectionSettings connection, Latest latest, ReadingHealth health) {
    this(
        () -> new KafkaConsumer<>(consumerSettings(connection)),
        new RecordIntake(connection, Registries.connect(connection), latest, health),
        health,
        connection.bootstrapServers(),
        InstantSource.system());
  }

  Readers(
      Supplier<Consumer<byte[], byte[]>> consumers,
      RecordIntake intake,
      ReadingHealth health,
      String broker,
      InstantSource clock) {
    this.consumers = consumers;
    this.intake = intake;
    this.health = health;
    this.broker = broker;
    this.clock = clock;
  }

  @Override
  public void start() {
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, e) -> stopped(e));
    thread.start();
  }

  /** Stops reading; waits some seconds for the consumer to close. */
  @Override
  public void close() {
    closing.countDown();
    Consumer<byte[], byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed()) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        reading = consumer;
        health.startOver();
        follow(new TopicFollower(consumer, intake, health, clock));
      } catch (WakeupException e) {
        LOG.debug("Woken up to close");
      } catch (KafkaException e) {
        LOG.debug("Reading broke off", e);
        health.broken(
            "No usable answer from Kafka at " + broker + " (" + e.getMessage() + "); trying again");
        pause(RETRY_AFTER);
      }
    }
  }

  private void follow(TopicFollower follower) {
    long lookAroundAt = Long.MIN_VALUE;
    while (!closed()) {
      long now = clock.millis();
      if (now >= lookAroundAt) {
        follower.lookAround();
        lookAroundAt = now + LOOK_AROUND_EVERY.toMillis();
      }
      if (!follower.readOnce()) {
        pause(RETRY_AFTER);
      }
    }
  }

  private void stopped(Throwable cause) {
    LOG.error("Reading stopped", cause);
    health.broken("Reading stopped for good (" + cause + "): restart the dashboard, see its log");
  }

  private boolean closed() {
    return closing.getCount() == 0;
  }

  private void pause(Duration duration) {
    try {
      boolean closed = closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
      LOG.trace("Paused, closed: {}", closed);
    } catch (InterruptedException e) {
      closing.countDown();
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> consumerSettings(ConnectionSettings connection) {
    Map<String, Object> settings = new HashMap<>(connection.kafkaClient());
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, connection.prefix() + "dashboard");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return settings;
  }
}
