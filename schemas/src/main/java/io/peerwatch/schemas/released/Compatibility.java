package io.peerwatch.schemas.released;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * Whether versions of a schema read each other, every one every other (FULL_TRANSITIVE): by Avro's
 * rules for bytes and by the check that Confluent's registry makes, so that what passes here is
 * taken there.
 *
 * <p>Both know nothing of meaning: a field that is renamed is to them one dropped and one added,
 * and passes because both have defaults. What was in it is lost all the same.
 */
public final class Compatibility {
  private Compatibility() {}

  /** One line for each way in which the schema and one of the others do not read each other. */
  public static List<String> breaks(Schema schema, Collection<Schema> others) {
    var found = new ArrayList<String>();
    for (var other : others) {
      found.addAll(reads("cannot read what was released", schema, other));
      found.addAll(reads("cannot be read by what was released", other, schema));
    }
    var holders = others.stream().map(AvroSchema::new).map(SimpleParsedSchemaHolder::new).toList();
    new AvroSchema(schema)
        .isCompatible(CompatibilityLevel.FULL_TRANSITIVE, List.copyOf(holders))
        .forEach(line -> found.add("the registry's check: " + line));
    return found;
  }

  private static List<String> reads(String what, Schema reader, Schema writer) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
    return result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE
        ? List.of()
        : result.getIncompatibilities().stream()
            .map(i -> "%s: %s at %s".formatted(what, i.getMessage(), i.getLocation()))
            .toList();
  }
}
