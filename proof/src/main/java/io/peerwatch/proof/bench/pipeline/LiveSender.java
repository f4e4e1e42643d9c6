package io.peerwatch.proof.bench.pipeline;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.proof.bench.pipeline.fleet.BenchFleet;
import io.peerwatch.proof.bench.pipeline.fleet.FleetSamples;
import io.peerwatch.proof.bench.pipeline.fleet.SendingTimes;
import io.peerwatch.proof.bench.pipeline.seat.BenchException;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Hosts that send in real time, each at its own moments, a few milliseconds late like agents on
 * busy machines. Remembers when the last sample of each group's window was acknowledged.
 */
final class LiveSender implements AutoCloseable {
  /** One group's window. */
  record GroupWindowKey(String group, long windowStart) {}

  private static final int JITTER_MILLIS = 5;
  private static final int LINGER_MILLIS = 5;

  private final BenchFleet fleet;
  private final SendingTimes times;
  private final String topic;
  private final SchemaRegistryClient registry;
  private final KafkaProducer<String, HostSample> producer;
  private final Map<GroupWindowKey, Long> lastAckNanos = new ConcurrentHashMap<>();
  private final AtomicReference<Exception> refusal = new AtomicReference<>();
  private final SplittableRandom random = new SplittableRandom(Grounds.SEED);

  LiveSender(BenchFleet fleet, SendingTimes times, ConnectionSettings connection) {
    this.fleet = fleet;
    this.times = times;
    this.topic = connection.topic(Topics.HOST_SAMPLES);
    this.registry = Registries.connect(connection);
    Map<String, Object> properties = connection.kafkaClient();
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    producer =
        new KafkaProducer<>(
            properties, new StringSerializer(), new AvroSerializer<>(registry, false));
  }

  /** Hears how much of the time is over. */
  interface Elapsed {
    void at(long sentMillis);
  }

  /**
   * Sends for so many windows; returns when all is acknowledged.
   *
   * @param from event time of the first window's start, which is now
   */
  void send(long from, int windows, Elapsed elapsed) throws InterruptedException {
    long startNanos = System.nanoTime();
    long to = from + windows * FleetSamples.WINDOW_MILLIS;
    try {
      times.forEach(
          from,
          to,
          SendingTimes.PERIOD_MILLIS,
          (host, timestamp) -> {
            sleepUntil(startNanos + TimeUnit.MILLISECONDS.toNanos(timestamp - from));
            elapsed.at(timestamp - from);
            // The last moments of a window stay in it.
            long late = Math.min(random.nextInt(JITTER_MILLIS), to - 1 - timestamp);
            sendOne(fleet.sample(host, timestamp + late));
          });
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw e;
    }
    producer.flush();
    if (refusal.get() != null) {
      throw new BenchException("a sample was refused: " + refusal.get().getMessage());
    }
  }

  private static void sleepUntil(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sendOne(HostSample sample) {
    long timestamp = sample.getTimestamp().toEpochMilli();
    long windowStart =
        Math.floorDiv(timestamp, FleetSamples.WINDOW_MILLIS) * FleetSamples.WINDOW_MILLIS;
    GroupWindowKey key = new GroupWindowKey(sample.getGroup(), windowStart);
    long stamp = Math.min(timestamp, System.currentTimeMillis());
    producer.send(
        new ProducerRecord<>(topic, null, stamp, sample.getGroup(), sample),
        (metadata, failure) -> {
          if (failure == null) {
            lastAckNanos.merge(key, System.nanoTime(), Math::max);
          } else {
            refusal.compareAndSet(null, failure);
          }
        });
  }

  /** By {@link System#nanoTime()} of this process. */
  Map<GroupWindowKey, Long> lastAckNanos() {
    return Map.copyOf(lastAckNanos);
  }

  @Override
  public void close() {
    producer.close();
    try {
      registry.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
