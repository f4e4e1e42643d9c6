package io.peerwatch.streams.run;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The client properties of the application: ours first, then whatever the user passed through,
 * which wins.
 */
public final class StreamsProperties {
  /** A dead instance is noticed within this; Kafka's own default is 45 s. */
  private static final int SESSION_TIMEOUT_MILLIS = 10_000;

  /**
   * Those that are left hear with their next heartbeat that work is to be moved: with Kafka's 3 s a
   * takeover took up to two seconds longer.
   */
  private static final int HEARTBEAT_INTERVAL_MILLIS = 1_000;

  /**
   * A transaction left open by a killed instance holds readers back no longer than this: nothing
   * fences it, for state in memory leaves no identity to go on with.
   */
  private static final int TRANSACTION_TIMEOUT_MILLIS = 5_000;

  /** Somebody else has a copy of each task's state and takes over without reading it first. */
  private static final int STANDBYS = 1;

  private static final int MAX_POLL_RECORDS = 2_000;

  /**
   * The first batch after a commit may be refused while the broker still completes that commit; the
   * batches in flight behind it would then be out of order, and broker and client would say so.
   */
  private static final int IN_FLIGHT_MAX = 1;

  /**
   * A window of a group makes some 30 kB of readings. Only one batch of a partition is on its way
   * at a time, and each costs a request, two wake-ups and what lz4 makes ready for it: small ones,
   * as Kafka's default of 16 kB, cost more than what is in them.
   */
  private static final int BATCH_BYTES = 256 << 10;

  /** Of a stream thread: a batch of every topic on 32 partitions; as much as was used is kept. */
  private static final long BUFFER_BYTES = 128L << 20;

  private static final long CACHE_BYTES_MAX = 128L << 20;

  /** A broker that is away is waited for, however long: nothing is lost by waiting. */
  private static final long TASK_TIMEOUT_MILLIS = Long.MAX_VALUE;

  /** Kafka Streams hands on what it has; {@link SidesFirst} sees to the order. */
  private static final long WAITING_IS_FOR_THE_CONSUMER = StreamsConfig.MAX_TASK_IDLE_MS_DISABLED;

  private StreamsProperties() {}

  /** What {@link StreamsRunner} gives to Kafka Streams. */
  public static Properties of(StreamSettings settings) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder().toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES_MAX);
    properties.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, TASK_TIMEOUT_MILLIS);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        SESSION_TIMEOUT_MILLIS);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        HEARTBEAT_INTERVAL_MILLIS);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MAX_POLL_RECORDS);
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        TRANSACTION_TIMEOUT_MILLIS);
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION),
        IN_FLIGHT_MAX);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), BUFFER_BYTES);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, STANDBYS);
    if (!"streams".equals(settings.connection().kafka().get(StreamsConfig.GROUP_PROTOCOL_CONFIG))) {
      String id = settings.instanceId().orElseGet(() -> InstanceId.keptIn(settings.stateFolder()));
      properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), id);
      properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, WAITING_IS_FOR_THE_CONSUMER);
    }
    properties.putAll(settings.connection().kafkaClient());
    return properties;
  }
}
