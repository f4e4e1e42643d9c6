package io.peerwatch.local.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log as Kafka's compacted topic {@value #TOPIC}, in Confluent's layout. */
final class TopicSchemaLog implements SchemaLog {
  static final String TOPIC = "_schemas";

  private static final Logger LOG = LoggerFactory.getLogger(TopicSchemaLog.class);
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final Duration READ_MAX = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration WRITE_MAX = Duration.ofSeconds(10);
  private static final Duration CLOSE_MAX = Duration.ofSeconds(2);
  private static final int REPLICATION_MAX = 3;

  private final String bootstrapServers;
  private final Producer<byte[], byte[]> producer;

  /** Makes the topic if it is missing, with as many copies as there are brokers, up to three. */
  TopicSchemaLog(String bootstrapServers, int brokers) {
    this.bootstrapServers = bootstrapServers;
    createTopic((short) Math.min(brokers, REPLICATION_MAX));
    producer = new KafkaProducer<>(producerSettings());
  }

  @Override
  public void replay(Consumer<RegistryRecord> reader) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION), READ_MAX).get(PARTITION);
      long deadline = System.nanoTime() + READ_MAX.toNanos();
      while (consumer.position(PARTITION, READ_MAX) < end) {
        if (System.nanoTime() > deadline) {
          throw new RegistryException(50002, "reading " + TOPIC + " took over " + READ_MAX);
        }
        consumer.poll(POLL).forEach(record -> read(record, reader));
      }
    } catch (KafkaException failure) {
      throw RegistryException.logFailed("reading schemas", failure);
    }
  }

  @Override
  public void append(RegistryRecord record) {
    RecordFormat.Encoded encoded = RecordFormat.encode(record);
    try {
      producer
          .send(new ProducerRecord<>(TOPIC, 0, encoded.key(), encoded.value()))
          .get(2 * WRITE_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw RegistryException.logFailed("writing a schema", stopping);
    } catch (ExecutionException | TimeoutException | KafkaException failure) {
      throw RegistryException.logFailed("writing a schema", failure);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSE_MAX);
  }

  private static void read(ConsumerRecord<byte[], byte[]> record, Consumer<RegistryRecord> reader) {
    try {
      RecordFormat.decode(record.key(), record.value()).ifPresent(reader);
    } catch (IOException | RuntimeException foreign) {
      LOG.warn(
          "{} offset {} isn't in Confluent's layout and is left out: {}",
          TOPIC,
          record.offset(),
          foreign.getMessage());
    }
  }

  private void createTopic(short replicas) {
    NewTopic topic = new NewTopic(TOPIC, 1, replicas).configs(Map.of("cleanup.policy", "compact"));
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(topic)).all().get(WRITE_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw RegistryException.logFailed("making the topic " + TOPIC, failure.getCause());
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw RegistryException.logFailed("making the topic " + TOPIC, stopping);
    } catch (TimeoutException | KafkaException failure) {
      throw RegistryException.logFailed("making the topic " + TOPIC, failure);
    }
  }

  private Map<String, Object> producerSettings() {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers,
        "key.serializer",
        ByteArraySerializer.class,
        "value.serializer",
        ByteArraySerializer.class,
        "acks",
        "all",
        "linger.ms",
        0,
        "max.block.ms",
        WRITE_MAX.toMillis(),
        "request.timeout.ms",
        (int) WRITE_MAX.toMillis() / 2,
        "delivery.timeout.ms",
        (int) WRITE_MAX.toMillis());
  }
}
