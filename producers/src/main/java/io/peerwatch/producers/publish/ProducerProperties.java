package io.peerwatch.producers.publish;

import io.peerwatch.schemas.settings.ConnectionSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How the Kafka producer of samples is set up. */
final class ProducerProperties {
  /** Longest that one try to hand over blocks; whoever wants to stop waits no longer than that. */
  private static final int HAND_OVER_MILLIS = 1_000;

  private static final int LINGER_MILLIS = 20;
  private static final int BATCH_BYTES = 128 * 1024;
  private static final int REQUEST_TIMEOUT_MILLIS = 30_000;

  private ProducerProperties() {}

  /**
   * What the user passes through wins where it only tunes; what order, safety and the right
   * partition depend on is set here.
   *
   * @param retryFor how long a sample is tried before it counts as lost
   */
  static Map<String, Object> of(ConnectionSettings settings, Duration retryFor) {
    Map<String, Object> properties = settings.kafkaClient();
    properties.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "peerwatch-producer");
    properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    properties.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
    properties.putIfAbsent(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, HAND_OVER_MILLIS);
    properties.put(
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        (int) Math.min(Integer.MAX_VALUE, retryFor.toMillis()));
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    // The default puts a key where GroupPartitions says; another one would split groups.
    properties.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
    properties.remove(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG);
    return properties;
  }
}
