package io.peerwatch.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.registry.Registries;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads values in Confluent's wire format as a generated class of this build, whatever version of
 * the schema wrote them. Null stays null. May be used from several threads at once.
 *
 * <p>Made by Kafka it takes Confluent's properties: {@code schema.registry.url}, {@code
 * specific.avro.value.type} (unset: whichever of the catalogue's types the value says it is), and
 * those of the registry's client.
 */
public final class AvroDeserializer<V extends SpecificRecord> implements Deserializer<V> {
  private final Map<Integer, ValueReader<V>> readers = new ConcurrentHashMap<>();
  private WriterSchemas writers;
  private ValueTypes<V> types;

  /** The client, if it was opened here and is to be closed here; else null. */
  private SchemaRegistryClient owned;

  /** For Kafka, which calls {@link #configure} next. */
  public AvroDeserializer() {}

  /** A deserializer of one type, ready to use. The client stays the caller's. */
  public AvroDeserializer(SchemaRegistryClient client, Class<V> type) {
    this.writers = new WriterSchemas(client);
    this.types = ValueTypes.only(type);
  }

  @Override
  public void configure(Map<String, ?> properties, boolean isKey) {
    if (writers == null) {
      SerdeProperties.requireSupported(properties);
      types = ValueTypes.of(properties, isKey);
      owned = Registries.connect(properties);
      writers = new WriterSchemas(owned);
    }
  }

  /**
   * The value in the bytes.
   *
   * @throws UndecodableException if they hold none; they never will
   * @throws RegistryUnavailableException if the registry cannot be asked; later it may
   */
  @Override
  public V deserialize(String topic, byte[] bytes) {
    if (bytes == null) {
      return null; // Kafka's contract: a tombstone
    }
    return reader(WireFormat.schemaId(bytes)).read(bytes);
  }

  /**
   * Whether values under this schema id lie in their bytes just as this build's own schema would
   * write them, so that whoever knows it may read them without Avro. False, too, while no value of
   * that schema has been read: nobody is asked.
   */
  public boolean isOwnLayout(int schemaId) {
    var known = readers.get(schemaId);
    return known != null && known.isOwnLayout();
  }

  private ValueReader<V> reader(int schemaId) {
    var known = readers.get(schemaId);
    if (known != null) {
      return known;
    }
    var writer = writers.of(schemaId);
    var reader = ValueReader.of(writer, types.of(writer));
    readers.put(schemaId, reader);
    return reader;
  }

  @Override
  public void close() {
    OwnedClient.close(owned);
  }
}
