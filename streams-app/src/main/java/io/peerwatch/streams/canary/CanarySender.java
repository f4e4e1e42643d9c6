package io.peerwatch.streams.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends the samples of canaries. */
final class CanarySender implements AutoCloseable {
  private static final List<String> HOSTS = List.of("canary-1", "canary-2", "canary-3");
  private static final int GIVE_UP_MILLIS = 20_000;

  private final String topic;
  private final RoundTrips trips;
  private final long intervalMillis;
  private final AvroSerializer<HostSample> values;
  private final KafkaProducer<byte[], byte[]> producer;

  CanarySender(ConnectionSettings connection, RoundTrips trips, Duration interval) {
    this.intervalMillis = interval.toMillis();
    this.topic = connection.topic(Topics.HOST_SAMPLES);
    this.trips = trips;
    this.values = new AvroSerializer<>(Registries.connect(connection), false);
    Map<String, Object> properties = new HashMap<>(connection.kafkaClient());
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, GIVE_UP_MILLIS);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS / 2);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS);
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** The next moment at which canaries send, the same for all. */
  long next(long nowMillis) {
    return (nowMillis / intervalMillis + 1) * intervalMillis;
  }

  /** All hosts of the group report the same, so that none is apart from its peers. */
  void send(String group, long atMillis) {
    double load = 0.5 + 0.2 * (atMillis / intervalMillis % 7) / 7;
    trips.sent(group, atMillis, System.nanoTime());
    for (String host : HOSTS) {
      Map<String, Double> metrics = Map.of("system.cpu.utilization", load);
      var sample = new HostSample(host, group, Instant.ofEpochMilli(atMillis), metrics, Map.of());
      byte[] value = values.serialize(topic, sample);
      producer.send(
          new ProducerRecord<>(topic, group.getBytes(UTF_8), value),
          (sent, failure) -> trips.delivered(failure == null));
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    values.close();
  }
}
