package io.peerwatch.streams.run;

import io.peerwatch.streams.source.SourceLog;
import io.peerwatch.streams.source.SourceRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The samples' log on the broker, read with a consumer of its own that belongs to no group: with
 * the settings with which Kafka Streams restores its stores, so that whatever lets the application
 * in lets this in, too.
 */
final class KafkaSourceLog implements SourceLog {
  private static final Duration POLL = Duration.ofSeconds(1);

  /** After so many polls that brought nothing the thread starts over. */
  private static final int IDLE_POLLS_MAX = 60;

  private final StreamsConfig config;

  KafkaSourceLog(Properties properties) {
    this.config = new StreamsConfig(properties);
  }

  @Override
  public long read(String topic, int partition, long from, long to, Consumer<SourceRecord> each) {
    TopicPartition at = new TopicPartition(topic, partition);
    try (var consumer =
        new KafkaConsumer<>(client(at), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(at));
      long start = Math.max(from, consumer.beginningOffsets(List.of(at)).get(at));
      consumer.seek(at, start);
      read(consumer, at, to, each);
      return start;
    }
  }

  private Map<String, Object> client(TopicPartition at) {
    String id = config.getString(StreamsConfig.APPLICATION_ID_CONFIG) + "-reread-" + at;
    Map<String, Object> client = config.getRestoreConsumerConfigs(id);
    client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    // Retention may take the beginning away while it is read.
    client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return client;
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicPartition at,
      long to,
      Consumer<SourceRecord> each) {
    int idle = 0;
    for (long position = consumer.position(at); position < to; ) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < to) {
          each.accept(SourceRecord.of(record));
        }
      }
      long next = consumer.position(at);
      idle = next == position ? idle + 1 : 0;
      if (idle > IDLE_POLLS_MAX) {
        throw new TimeoutException(
            "%s could not be read again up to offset %d: nothing comes after %d"
                .formatted(at, to, position));
      }
      position = next;
    }
  }
}
