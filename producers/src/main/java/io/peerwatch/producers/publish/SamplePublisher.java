package io.peerwatch.producers.publish;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.serde.RegistryUnavailableException;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.settings.Failures;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes samples to the topic of samples: keyed and partitioned by group, in the order given.
 *
 * <p>While brokers or the registry are away samples are tried again, and {@link #publish} waits
 * once {@value #IN_FLIGHT_BYTES_MAX} bytes are under way. A sample is <em>acknowledged</em> when
 * all replicas in sync have it, <em>lost</em> when Kafka gave it up; handed over = acknowledged +
 * lost + under way.
 */
public final class SamplePublisher implements AutoCloseable {
  /** Bytes under way at most, before compression. */
  static final int IN_FLIGHT_BYTES_MAX = 16 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(SamplePublisher.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
  private static final long REGISTRY_AGAIN_MILLIS = 500;
  private static final long REGISTRY_AGAIN_MILLIS_MAX = 10_000;

  private final String topic;
  private final boolean lossAllowed;
  private final BooleanSupplier stopped;
  private final SchemaRegistryClient registry;
  private final KafkaProducer<byte[], byte[]> producer;
  private final SampleRecords records;
  private final InFlight inFlight = new InFlight(IN_FLIGHT_BYTES_MAX);
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicReference<Exception> firstFailure = new AtomicReference<>();
  private volatile boolean closed;

  /**
   * A publisher that loses nothing: it tries for good, and the first sample that Kafka refuses ends
   * it.
   *
   * @throws PublishException when the topic or its schema isn't there
   */
  public SamplePublisher(ConnectionSettings settings) {
    this(settings, () -> false);
  }

  /**
   * The same, which gives up waiting for brokers once {@code stopped} says so; what could not be
   * handed over then counts as lost.
   */
  public SamplePublisher(ConnectionSettings settings, BooleanSupplier stopped) {
    this(settings, ProducerProperties.forBulk(settings), false, stopped);
  }

  /**
   * A publisher for a few samples now and then, each of which is answered for before the next one
   * goes ({@link #deliver}). One that Kafka refuses counts as lost, and the others go on.
   *
   * @throws PublishException when the topic or its schema isn't there
   */
  public static SamplePublisher oneByOne(ConnectionSettings settings, BooleanSupplier stopped) {
    return new SamplePublisher(settings, ProducerProperties.forFew(settings), true, stopped);
  }

  private SamplePublisher(
      ConnectionSettings settings,
      Map<String, Object> properties,
      boolean lossAllowed,
      BooleanSupplier stopped) {
    this.topic = settings.topic(Topics.HOST_SAMPLES);
    requireTopic(settings);
    this.lossAllowed = lossAllowed;
    this.stopped = stopped;
    this.registry = Registries.connect(settings);
    this.records =
        new SampleRecords(topic, new AvroSerializer<>(registry, false), InstantSource.system());
    learnSchema();
    this.producer = new KafkaProducer<>(properties);
  }

  /** Asks the registry now, while it is there: it isn't needed any more afterwards. */
  private void learnSchema() {
    try {
      records.learnSchema();
    } catch (RegistryUnavailableException e) {
      LOG.warn("The registry is away, asked again with the first sample: {}", Failures.line(e));
    } catch (KafkaException e) { // the registry lacks the schema
      closeRegistry();
      throw new PublishException(Failures.line(e), e);
    }
  }

  /**
   * Hands one sample over; waits while too much is under way.
   *
   * @throws PublishException when an earlier sample was refused, its schema isn't registered, or
   *     the publisher was closed
   */
  public void publish(HostSample sample) {
    ProducerRecord<byte[], byte[]> record = recordOf(sample);
    if (record == null) {
      lost.incrementAndGet();
      throwIfEnded();
      return;
    }
    int bytes = record.value().length + record.key().length;
    if (!inFlight.enter(bytes, this::givenUp)) {
      lost.incrementAndGet();
    } else if (!handedOver(record, bytes)) {
      inFlight.leave(bytes);
      lost.incrementAndGet();
    }
    throwIfEnded();
  }

  /**
   * Waits until every sample handed over is answered for, or until stopped.
   *
   * @throws PublishException when one was refused, or the publisher was closed
   */
  public void flush() {
    inFlight.awaitNone(this::givenUp);
    throwIfEnded();
  }

  /**
   * Hands one sample over and waits until it is answered for, or until stopped.
   *
   * @throws PublishException as {@link #publish} does
   */
  public void deliver(HostSample sample) {
    publish(sample);
    flush();
  }

  /** Samples that all replicas in sync have. */
  public long acknowledged() {
    return acknowledged.get();
  }

  /** Samples that Kafka gave up. */
  public long lost() {
    return lost.get();
  }

  /** Why the first one of them was given up, in one line; empty when none was. */
  public Optional<String> lossReason() {
    return Optional.ofNullable(firstFailure.get()).map(Failures::line);
  }

  /**
   * Waits a few seconds at most for what is under way, or not at all once stopped; {@link #flush}
   * first to be sure of it.
   */
  @Override
  public void close() {
    closed = true;
    producer.close(stopped.getAsBoolean() ? Duration.ZERO : CLOSE_TIMEOUT);
    closeRegistry();
  }

  /** The sample as a record; waits for a registry that is away. Null when given up. */
  private ProducerRecord<byte[], byte[]> recordOf(HostSample sample) {
    for (long again = REGISTRY_AGAIN_MILLIS; !givenUp(); again *= 2) {
      try {
        return records.of(sample);
      } catch (RegistryUnavailableException e) {
        if (again == REGISTRY_AGAIN_MILLIS) {
          LOG.warn("The registry is away, waiting for it: {}", Failures.line(e));
        }
        again = Math.min(again, REGISTRY_AGAIN_MILLIS_MAX);
        pause(again);
      } catch (KafkaException e) { // the registry lacks the schema
        throw new PublishException(Failures.line(e), e);
      }
    }
    return null;
  }

  /** Waits in steps, so that a wish to stop is soon noticed. */
  private void pause(long millis) {
    try {
      for (long left = millis; left > 0 && !givenUp(); left -= REGISTRY_AGAIN_MILLIS) {
        Thread.sleep(Math.min(left, REGISTRY_AGAIN_MILLIS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  /** Tries until the producer takes it; false when given up. */
  private boolean handedOver(ProducerRecord<byte[], byte[]> record, int bytes) {
    while (!givenUp()) {
      if (HandOver.tried(producer, record, (metadata, refusal) -> answered(bytes, refusal))) {
        return true;
      }
    }
    return false;
  }

  private void answered(int bytes, Exception refusal) {
    if (refusal == null) {
      acknowledged.incrementAndGet();
    } else {
      lost.incrementAndGet();
      firstFailure.compareAndSet(null, refusal);
    }
    inFlight.leave(bytes);
  }

  private boolean ended() {
    return closed || (!lossAllowed && firstFailure.get() != null);
  }

  private boolean givenUp() {
    return ended() || stopped.getAsBoolean();
  }

  private void throwIfEnded() {
    if (!ended()) {
      return;
    }
    Exception first = firstFailure.get();
    throw first == null
        ? new PublishException("publishing to " + topic + " was stopped")
        : new PublishException(topic + " refused a sample: " + Failures.line(first), first);
  }

  private void requireTopic(ConnectionSettings settings) {
    TopicQuestion.ask(
        settings, (admin, name) -> admin.describeTopics(List.of(name)).allTopicNames());
  }

  private void closeRegistry() {
    try {
      registry.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
