package io.peerwatch.proof.bench.pipeline.contestant;

import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsProperties;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The same settings for everybody: those that {@code peerwatch stream} runs with, so that nothing
 * but the work differs.
 */
final class RunProperties {
  private static final int TRANSACTION_TIMEOUT_MILLIS = 60_000;

  private RunProperties() {}

  /** As the whole topology is told. */
  static StreamSettings settings(RunOrder order) {
    ConnectionSettings plain = order.connection();
    Map<String, String> kafka = new HashMap<>(plain.kafka());
    seen(order).forEach((name, value) -> kafka.put(StreamsConfig.mainConsumerPrefix(name), value));
    ConnectionSettings watched =
        new ConnectionSettings(
            plain.bootstrapServers(), plain.registryUrl(), plain.prefix(), kafka, plain.registry());
    StreamSettings usual = StreamSettings.of(watched, order.folder());
    return new StreamSettings(
        watched,
        usual.window(),
        usual.falseAlarmsPerWeek(),
        usual.workMetric(),
        usual.stateFolder(),
        order.threads(),
        Optional.of(order.contestant().symbol()),
        usual.commitInterval());
  }

  /** For another Streams application with the same settings. */
  static Properties streams(RunOrder order, String guarantee) {
    Properties properties = ofOurs(order);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
    // The textbook's commits alone may take seconds on a busy machine, and nobody is killed here.
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        TRANSACTION_TIMEOUT_MILLIS);
    return properties;
  }

  /** For a part of ours, exactly once. */
  static Properties ofOurs(RunOrder order) {
    Properties properties = StreamsProperties.of(settings(order));
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, order.applicationId());
    return properties;
  }

  /** For a consumer of no framework. */
  static Map<String, Object> consumer(RunOrder order) {
    Map<String, Object> properties = order.connection().kafkaClient();
    properties.putAll(seen(order));
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, order.applicationId());
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(
        ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG,
        Math.toIntExact(settings(order).commitInterval().toMillis()));
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPollRecords(order));
    return properties;
  }

  private static Object maxPollRecords(RunOrder order) {
    return StreamsProperties.of(settings(order))
        .get(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG));
  }

  private static Map<String, String> seen(RunOrder order) {
    return Map.of(
        ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG,
        FirstRead.class.getName(),
        FirstRead.RUN,
        order.run(),
        FirstRead.TOPIC,
        order.samplesTopic());
  }
}
