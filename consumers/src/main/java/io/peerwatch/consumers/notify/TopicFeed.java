package io.peerwatch.consumers.notify;

import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.serde.RegistryUnavailableException;
import io.peerwatch.schemas.serde.UndecodableException;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The values of a topic as they are committed, from all partitions, to one reader. It belongs to no
 * consumer group: every reader sees everything, and none leaves an offset behind. A record that
 * can't be read is reported and skipped; a registry that can't be asked is waited for.
 */
public final class TopicFeed<V extends SpecificRecord> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final long REGISTRY_RETRY_MILLIS = 2_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final AvroDeserializer<V> values;
  private final String topic;
  private final String prefix;
  private final Consumer<String> problems;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * @param problems told one line about each record that is skipped and each wait
   */
  public TopicFeed(ConnectionSettings connection, TopicSpec<V> spec, Consumer<String> problems) {
    this.topic = connection.topic(spec);
    this.prefix = connection.prefix();
    this.problems = problems;
    Map<String, Object> config = connection.kafkaClient();
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.putIfAbsent(
        ConsumerConfig.CLIENT_ID_CONFIG, connection.prefix() + "notify-" + spec.name());
    this.consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.values = new AvroDeserializer<>(Registries.connect(connection), spec.valueType());
  }

  /**
   * Takes its place on the topic: what is written from now on will be read.
   *
   * @throws NoTopicException when there is no such topic
   */
  public void start(boolean fromBeginning) {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic, ANSWER_MAX);
    if (partitions == null || partitions.isEmpty()) {
      throw new NoTopicException(topic, prefix);
    }
    List<TopicPartition> all =
        partitions.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
    consumer.assign(all);
    if (fromBeginning) {
      consumer.seekToBeginning(all);
    } else {
      consumer.seekToEnd(all);
    }
    all.forEach(partition -> consumer.position(partition, ANSWER_MAX));
  }

  /** Hands on every value until {@link #stop}. */
  public void run(Consumer<V> reader) {
    run(reader, Map.of());
  }

  /** Hands on every value that was there when it was called, then returns. */
  public void runToEnd(Consumer<V> reader) {
    run(reader, consumer.endOffsets(consumer.assignment(), ANSWER_MAX));
  }

  /** Ends {@link #run} soon; from any thread. */
  public void stop() {
    stopped.countDown();
    consumer.wakeup();
  }

  /** Call when {@link #run} has returned. */
  @Override
  public void close() {
    consumer.close();
  }

  private void run(Consumer<V> reader, Map<TopicPartition, Long> ends) {
    try {
      while (stopped.getCount() > 0 && (ends.isEmpty() || !reached(ends))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          handOn(record, reader);
        }
      }
    } catch (WakeupException e) {
      // asked to stop
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  private void handOn(ConsumerRecord<byte[], byte[]> record, Consumer<V> reader) {
    boolean waiting = false;
    while (stopped.getCount() > 0) {
      try {
        V value = values.deserialize(record.topic(), record.value());
        if (value != null) {
          reader.accept(value);
        }
        return;
      } catch (UndecodableException e) {
        problems.accept(
            "skipped a record that can't be read: %s partition %d offset %d (%s)"
                .formatted(record.topic(), record.partition(), record.offset(), e.reason()));
        return;
      } catch (RegistryUnavailableException e) {
        if (!waiting) {
          problems.accept("the registry can't be asked, waiting for it: " + e.getMessage());
          waiting = true;
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      stopped.await(REGISTRY_RETRY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
