package io.peerwatch.consumers.dashboard.read;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.consumers.dashboard.latest.Latest;
import io.peerwatch.consumers.silence.Silences;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.HostReadings;
import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.serde.UndecodableException;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.CanaryGroups;
import io.peerwatch.schemas.topics.Names;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Turns the bytes of a record into something remembered. What is foreign (no value, another type,
 * impossible names, arrays that don't run alike) is counted and otherwise ignored.
 */
final class RecordIntake {
  private final Map<String, BiConsumer<byte[], byte[]>> intakeByTopic = new LinkedHashMap<>();
  private final SchemaRegistryClient registry;
  private final ReadingHealth health;
  private String silences;

  RecordIntake(
      ConnectionSettings connection,
      SchemaRegistryClient registry,
      Latest latest,
      ReadingHealth health) {
    this.registry = registry;
    this.health = health;
    accept(connection, Topics.HOST_READINGS, readings -> remember(readings, latest));
    accept(connection, Topics.HOST_ALERTS, alert -> remember(alert, latest));
    accept(connection, Topics.GROUP_VERDICTS, verdict -> remember(verdict, latest));
    accept(connection, Topics.GROUP_CAPACITY, capacity -> remember(capacity, latest));
    acceptSilences(connection, latest.silences());
  }

  /** Full names of the topics that it understands. */
  Set<String> topics() {
    return intakeByTopic.keySet();
  }

  /** Whether its oldest record may still hold, however old it is. */
  boolean readsAll(String topic) {
    return topic.equals(silences);
  }

  /**
   * Takes one record; a null value is foreign but where it ends something.
   *
   * @throws io.peerwatch.schemas.serde.RegistryUnavailableException when the registry can't be
   *     asked: the record is not at fault and has to be offered again
   */
  void take(String topic, byte[] key, byte[] value) {
    try {
      intakeByTopic.get(topic).accept(key, value);
    } catch (UndecodableException | ForeignRecordException e) {
      health.unusable(topic);
    }
  }

  private <V extends SpecificRecord> void accept(
      ConnectionSettings connection, TopicSpec<V> spec, Consumer<V> remember) {
    String topic = connection.topic(spec);
    AvroDeserializer<V> deserializer = new AvroDeserializer<>(registry, spec.valueType());
    intakeByTopic.put(
        topic,
        (key, bytes) -> {
          require(bytes != null);
          remember.accept(deserializer.deserialize(topic, bytes));
        });
  }

  private void acceptSilences(ConnectionSettings connection, Silences known) {
    AvroDeserializer<Silence> deserializer =
        new AvroDeserializer<>(registry, Topics.SILENCES.valueType());
    silences = connection.topic(Topics.SILENCES);
    intakeByTopic.put(
        silences,
        (key, bytes) -> {
          require(key != null);
          Silence silence = bytes == null ? null : deserializer.deserialize(silences, bytes);
          known.put(new String(key, StandardCharsets.UTF_8), silence);
        });
  }

  private static void remember(HostReadings readings, Latest latest) {
    int hosts = readings.getHosts().size();
    require(Names.isName(readings.getGroup()) && Names.isName(readings.getMetric()));
    require(readings.getHosts().stream().allMatch(Names::isName));
    require(
        List.of(readings.getObserved(), readings.getLow(), readings.getHigh()).stream()
            .allMatch(values -> values.size() == hosts));
    latest.readings().add(readings);
  }

  private static void remember(HostAlert alert, Latest latest) {
    require(Names.isName(alert.getGroup()) && !alert.getAlertId().isEmpty());
    require(alert.getHost() == null || Names.isName(alert.getHost()));
    latest.alerts().add(alert);
  }

  private static void remember(GroupVerdict verdict, Latest latest) {
    require(Names.isName(verdict.getGroup()));
    if (!CanaryGroups.is(verdict.getGroup())) {
      latest.verdicts().add(verdict);
    }
  }

  private static void remember(GroupCapacity capacity, Latest latest) {
    require(Names.isName(capacity.getGroup()));
    latest.capacity().add(capacity);
  }

  private static void require(boolean ours) {
    if (!ours) {
      throw new ForeignRecordException();
    }
  }

  /** The record decodes, but nothing of Peerwatch would have written it. */
  private static final class ForeignRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
