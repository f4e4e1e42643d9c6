package io.peerwatch.proof.bench.pipeline.contestant;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Values in Confluent's wire format as Avro's generic records: what a user gets who has no
 * generated classes. The reader and the decoder's buffer are kept; one thread only.
 */
final class GenericValues implements Deserializer<GenericRecord> {
  private static final int HEADER_BYTES = 5;

  private final SchemaRegistryClient registry;
  private final Map<Integer, GenericDatumReader<GenericRecord>> readers = new HashMap<>();
  private BinaryDecoder decoder;

  GenericValues(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  @Override
  public GenericRecord deserialize(String topic, byte[] bytes) {
    if (bytes == null) {
      return null; // Kafka's contract, and a tick
    }
    var reader = readers.computeIfAbsent(ByteBuffer.wrap(bytes, 1, 4).getInt(), this::reader);
    decoder =
        DecoderFactory.get()
            .binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, decoder);
    try {
      return reader.read(null, decoder);
    } catch (IOException e) {
      throw new UncheckedIOException("a sample does not decode", e);
    }
  }

  private GenericDatumReader<GenericRecord> reader(int schemaId) {
    try {
      Schema schema = (Schema) registry.getSchemaById(schemaId).rawSchema();
      return new GenericDatumReader<>(schema);
    } catch (IOException e) {
      throw new UncheckedIOException("the registry does not answer", e);
    } catch (RestClientException e) {
      throw new IllegalStateException("the registry does not know schema " + schemaId, e);
    }
  }
}
