package io.peerwatch.proof.bench.pipeline.measure;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads verdicts as users do, when they are committed; those from now on. */
public final class VerdictWatch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);

  private final SchemaRegistryClient registry;
  private final KafkaConsumer<String, GroupVerdict> consumer;
  private final List<SeenVerdict> seen = new ArrayList<>();
  private final Thread thread;
  private RuntimeException failure;
  private volatile boolean closed;

  public VerdictWatch(ConnectionSettings connection) {
    registry = Registries.connect(connection);
    Map<String, Object> properties = new HashMap<>(connection.kafkaClient());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer =
        new KafkaConsumer<>(
            properties,
            new StringDeserializer(),
            new AvroDeserializer<>(registry, GroupVerdict.class));
    String topic = connection.topic(Topics.GROUP_VERDICTS);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.endOffsets(partitions).forEach(consumer::seek);
    thread = new Thread(this::read, "verdicts");
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    try {
      while (!closed) {
        for (ConsumerRecord<String, GroupVerdict> record : consumer.poll(POLL)) {
          add(SeenVerdict.of(record.value()));
        }
      }
    } catch (RuntimeException e) {
      synchronized (this) {
        failure = e;
      }
    }
  }

  private synchronized void add(SeenVerdict verdict) {
    seen.add(verdict);
  }

  /** How many of those seen so far are such. */
  public synchronized long count(Predicate<SeenVerdict> such) {
    if (failure != null) {
      throw failure;
    }
    return seen.stream().filter(such).count();
  }

  public synchronized List<SeenVerdict> all() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
      consumer.close();
      registry.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
