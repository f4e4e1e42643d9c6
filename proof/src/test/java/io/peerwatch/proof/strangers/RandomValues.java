package io.peerwatch.proof.strangers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Records of any generated class, the same ones for the same seed. Times stay within [2000, 2100),
 * as the contracts say: not every language's clock goes as far as Java's.
 */
final class RandomValues {
  private static final long FROM_MILLIS = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
  private static final long TO_MILLIS = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
  private static final double[] EXTREMES = {0.0, -0.0, 5e-324, 1.7976931348623157e308, Double.NaN};
  private static final int ITEMS_MAX = 4;

  private final Random random;

  RandomValues(long seed) {
    random = new Random(seed);
  }

  <V extends SpecificRecord> V of(Class<V> type) {
    return type.cast(value(SpecificData.get().getSchema(type)));
  }

  private Object value(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM -> SpecificData.get().createEnum(anyOf(schema.getEnumSymbols()), schema);
      case UNION -> value(anyOf(schema.getTypes()));
      case ARRAY -> items().mapToObj(item -> value(schema.getElementType())).toList();
      case MAP -> map(schema);
      case STRING -> text();
      case BYTES -> ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
      case INT -> random.nextInt();
      case LONG -> isTime(schema) ? time() : (Object) random.nextLong();
      case DOUBLE -> random.nextInt(8) == 0 ? extreme() : random.nextGaussian() * 1e6;
      case BOOLEAN -> random.nextBoolean();
      case NULL -> null;
      default -> throw new IllegalArgumentException("no such type in the contracts: " + schema);
    };
  }

  private SpecificRecordBase record(Schema schema) {
    var record = (SpecificRecordBase) SpecificData.get().newRecord(null, schema);
    schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
    return record;
  }

  private Map<String, Object> map(Schema schema) {
    Map<String, Object> entries = new HashMap<>();
    items().forEach(item -> entries.put(text(), value(schema.getValueType())));
    return entries;
  }

  private <T> T anyOf(java.util.List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private IntStream items() {
    return IntStream.range(0, random.nextInt(ITEMS_MAX + 1));
  }

  private String text() {
    var text = new StringBuilder();
    items().forEach(at -> text.appendCodePoint(random.nextInt(9) == 0 ? 0x1F525 : letter()));
    return text.toString();
  }

  /** Latin, Greek, control characters and quotes among them. */
  private int letter() {
    return 1 + random.nextInt(0x3ff);
  }

  private double extreme() {
    return EXTREMES[random.nextInt(EXTREMES.length)];
  }

  private Instant time() {
    long span = TO_MILLIS - FROM_MILLIS;
    return Instant.ofEpochMilli(FROM_MILLIS + Math.floorMod(random.nextLong(), span));
  }

  private static boolean isTime(Schema schema) {
    return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
  }
}
