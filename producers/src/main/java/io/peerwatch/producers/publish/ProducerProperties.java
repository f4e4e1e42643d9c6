package io.peerwatch.producers.publish;

import io.peerwatch.schemas.settings.ConnectionSettings;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How the Kafka producer of samples is set up. */
final class ProducerProperties {
  /** Longest that one try to hand over blocks; whoever wants to stop waits no longer than that. */
  private static final int HAND_OVER_MILLIS = 1_000;

  /** A record is tried until it is answered for: who gave up could not know whether it arrived. */
  private static final int RETRY_MILLIS = Integer.MAX_VALUE;

  private static final int REQUEST_TIMEOUT_MILLIS = 30_000;

  private ProducerProperties() {}

  /** For as many samples as go through: large batches, compressed fast. */
  static Map<String, Object> forBulk(ConnectionSettings settings) {
    Map<String, Object> properties = settings.kafkaClient();
    properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
    properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    return safe(properties);
  }

  /**
   * For one sample at a time, on a machine that has other work: little memory, no native code, and
   * brokers that come back are not asked by every host at once. Nor so much later by one host than
   * by another that windows close without it.
   */
  static Map<String, Object> forFew(ConnectionSettings settings) {
    Map<String, Object> properties = settings.kafkaClient();
    properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 16 * 1024);
    properties.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * 1024 * 1024);
    properties.putIfAbsent(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
    return safe(properties);
  }

  /**
   * What the user passes through wins where it only tunes; what order, safety and the right
   * partition depend on is set here.
   */
  private static Map<String, Object> safe(Map<String, Object> properties) {
    properties.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "peerwatch-producer");
    properties.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
    properties.putIfAbsent(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, HAND_OVER_MILLIS);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, RETRY_MILLIS);
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    // The default puts a key where GroupPartitions says; another one would split groups.
    properties.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
    properties.remove(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG);
    return properties;
  }
}
