package io.peerwatch.consumers.feed;

import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.serde.RegistryUnavailableException;
import io.peerwatch.schemas.serde.UndecodableException;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
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
  private static final Duration FOR_EVER = Duration.ofDays(10_000);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final AvroDeserializer<V> values;
  private final String topic;
  private final String prefix;
  private final Consumer<String> problems;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Duration patience = FOR_EVER;
  private long lastProgressNanos;
  private long unreadable;

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
        ConsumerConfig.CLIENT_ID_CONFIG, connection.prefix() + "reader-" + spec.name());
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
    run(valuesTo(reader), Map.of());
  }

  /** Hands on every key with its value, null where what it names has ended, until {@link #stop}. */
  public void runKeyed(BiConsumer<String, V> reader) {
    run(reader, Map.of());
  }

  /** Hands on every value that was there when it was called, then returns. */
  public void runToEnd(Consumer<V> reader) {
    run(valuesTo(reader), consumer.endOffsets(consumer.assignment(), ANSWER_MAX));
  }

  /**
   * Hands on every key that was there when it was called, with its value or null, then returns.
   *
   * @param patienceMax how long to wait for the next record, or for the registry
   * @return how many records could not be read
   * @throws StalledException when nothing comes for so long
   */
  public long readToEnd(BiConsumer<String, V> reader, Duration patienceMax) {
    patience = patienceMax;
    long before = unreadable;
    run(reader, consumer.endOffsets(consumer.assignment(), ANSWER_MAX));
    patience = FOR_EVER;
    return unreadable - before;
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

  private static <V> BiConsumer<String, V> valuesTo(Consumer<V> reader) {
    return (key, value) -> {
      if (value != null) {
        reader.accept(value);
      }
    };
  }

  private void run(BiConsumer<String, V> reader, Map<TopicPartition, Long> ends) {
    lastProgressNanos = System.nanoTime();
    try {
      while (stopped.getCount() > 0 && (ends.isEmpty() || !reached(ends))) {
        requireProgress();
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

  private void requireProgress() {
    if (System.nanoTime() - lastProgressNanos > patience.toNanos()) {
      throw new StalledException(topic, patience);
    }
  }

  private void handOn(ConsumerRecord<byte[], byte[]> record, BiConsumer<String, V> reader) {
    boolean waiting = false;
    while (stopped.getCount() > 0) {
      try {
        V value = values.deserialize(record.topic(), record.value());
        reader.accept(text(record.key()), value);
        lastProgressNanos = System.nanoTime();
        return;
      } catch (UndecodableException e) {
        unreadable++;
        lastProgressNanos = System.nanoTime();
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
        requireProgress();
      }
    }
  }

  private static String text(byte[] key) {
    return key == null ? "" : new String(key, StandardCharsets.UTF_8);
  }

  private void pause() {
    try {
      stopped.await(REGISTRY_RETRY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
