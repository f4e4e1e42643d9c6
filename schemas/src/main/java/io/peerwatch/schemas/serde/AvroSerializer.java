package io.peerwatch.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.registry.Registries;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes values in Confluent's wire format, under the subject {@code <topic>-value} (for keys
 * {@code <topic>-key}). Null stays null. May be used from several threads at once.
 *
 * <p>Made by Kafka it takes Confluent's properties: {@code schema.registry.url}, {@code
 * auto.register.schemas} (here false unless set), and those of the registry's client.
 */
public final class AvroSerializer<V extends SpecificRecord> implements Serializer<V> {
  private ValueWriters writers;
  private String subjectSuffix = "-value";

  /** Who wrote last: mostly who writes next. */
  private volatile Used used;

  /** The client, if it was opened here and is to be closed here; else null. */
  private SchemaRegistryClient owned;

  private record Used(String topic, Schema schema, ValueWriter writer) {}

  /** For Kafka, which calls {@link #configure} next. */
  public AvroSerializer() {}

  /**
   * A serializer of values, ready to use. The client stays the caller's.
   *
   * @param autoRegister whether a schema that the registry lacks is registered on first use; else
   *     writing such a value fails
   */
  public AvroSerializer(SchemaRegistryClient client, boolean autoRegister) {
    writers = new ValueWriters(client, autoRegister);
  }

  @Override
  public void configure(Map<String, ?> properties, boolean isKey) {
    subjectSuffix = isKey ? "-key" : "-value";
    if (writers == null) {
      SerdeProperties.requireSupported(properties);
      owned = Registries.connect(properties);
      writers = new ValueWriters(owned, SerdeProperties.autoRegister(properties));
    }
  }

  /**
   * The value's bytes.
   *
   * @throws UnregisteredSchemaException if the registry does not have its schema
   * @throws RegistryUnavailableException if the registry cannot be asked
   */
  @Override
  public byte[] serialize(String topic, V value) {
    if (value == null) {
      return null; // Kafka's contract: a null value is a tombstone
    }
    return writer(topic, value.getSchema()).write(value);
  }

  /**
   * What stands before the bytes of every value of that schema; for who writes those itself. Not to
   * be changed.
   *
   * @throws UnregisteredSchemaException if the registry does not have the schema
   * @throws RegistryUnavailableException if the registry cannot be asked
   */
  public byte[] header(String topic, Schema schema) {
    return writer(topic, schema).header();
  }

  private ValueWriter writer(String topic, Schema schema) {
    Used last = used;
    if (last != null && last.schema == schema && last.topic.equals(topic)) {
      return last.writer;
    }
    ValueWriter writer = writers.of(topic + subjectSuffix, schema);
    used = new Used(topic, schema, writer);
    return writer;
  }

  @Override
  public void close() {
    OwnedClient.close(owned);
  }
}
