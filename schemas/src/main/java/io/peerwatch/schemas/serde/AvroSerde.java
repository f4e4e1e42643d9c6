package io.peerwatch.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** {@link AvroSerializer} and {@link AvroDeserializer} of one type. */
public final class AvroSerde<V extends SpecificRecord> implements Serde<V> {
  private final AvroSerializer<V> serializer;
  private final AvroDeserializer<V> deserializer;

  /** For Kafka, which calls {@link #configure} next. */
  public AvroSerde() {
    this.serializer = new AvroSerializer<>();
    this.deserializer = new AvroDeserializer<>();
  }

  /** Ready to use. The client stays the caller's. */
  public AvroSerde(SchemaRegistryClient client, Class<V> type, boolean autoRegister) {
    this.serializer = new AvroSerializer<>(client, autoRegister);
    this.deserializer = new AvroDeserializer<>(client, type);
  }

  @Override
  public void configure(Map<String, ?> properties, boolean isKey) {
    serializer.configure(properties, isKey);
    deserializer.configure(properties, isKey);
  }

  @Override
  public Serializer<V> serializer() {
    return serializer;
  }

  @Override
  public Deserializer<V> deserializer() {
    return deserializer;
  }

  @Override
  public void close() {
    serializer.close();
    deserializer.close();
  }
}
