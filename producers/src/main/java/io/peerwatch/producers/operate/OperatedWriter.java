package io.peerwatch.producers.operate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.producers.publish.PublishException;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.settings.Failures;
import io.peerwatch.schemas.topics.GroupPartitions;
import io.peerwatch.schemas.topics.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what people said, each record acknowledged by all replicas in sync. */
public final class OperatedWriter<V extends SpecificRecord> {
  private static final int ANSWER_MILLIS = 20_000;

  private final ConnectionSettings settings;
  private final Operated<V> operated;
  private final String topic;

  public OperatedWriter(ConnectionSettings settings, Operated<V> operated) {
    this.settings = settings;
    this.operated = operated;
    this.topic = settings.topic(operated.spec());
  }

  /**
   * Writes the changes in order; none of them when one breaks the rules.
   *
   * @param done told of each change once it is acknowledged
   * @throws IllegalArgumentException if a value breaks the rules of its topic; one line says how
   * @throws PublishException if a broker or the registry refuses or does not answer; the changes
   *     that {@code done} was told of are written
   */
  public void write(List<Change<V>> changes, Consumer<Change<V>> done) {
    changes.forEach(this::requireRight);
    if (changes.isEmpty()) {
      return;
    }
    try (SchemaRegistryClient registry = Registries.connect(settings);
        var producer = new KafkaProducer<byte[], byte[]>(properties())) {
      var values = new AvroSerializer<V>(registry, false);
      int partitions = producer.partitionsFor(topic).size();
      var records = changes.stream().map(change -> record(change, values, partitions)).toList();
      var answers = new ArrayList<Future<RecordMetadata>>();
      records.forEach(record -> answers.add(producer.send(record)));
      for (int i = 0; i < changes.size(); i++) {
        answers.get(i).get();
        done.accept(changes.get(i));
      }
    } catch (ExecutionException e) {
      throw refused(e.getCause());
    } catch (KafkaException | IOException e) {
      throw refused(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private void requireRight(Change<V> change) {
    change
        .value()
        .flatMap(operated.problem())
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
  }

  private ProducerRecord<byte[], byte[]> record(
      Change<V> change, AvroSerializer<V> values, int partitions) {
    var key = change.key();
    Integer partition =
        operated.spec().partitionedByGroup() ? GroupPartitions.of(group(key), partitions) : null;
    var value = values.serialize(topic, change.value().orElse(null));
    return new ProducerRecord<>(topic, partition, key.getBytes(UTF_8), value);
  }

  private static String group(String key) {
    int bar = key.indexOf(Names.SEPARATOR);
    return bar < 0 ? key : key.substring(0, bar);
  }

  private PublishException refused(Throwable failure) {
    return new PublishException(
        "could not write to %s: %s".formatted(topic, Failures.line(failure)), failure);
  }

  private Map<String, Object> properties() {
    var properties = settings.kafkaClient();
    properties.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, settings.prefix() + "operate");
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_MILLIS);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS / 2);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    properties.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
    return properties;
  }
}
