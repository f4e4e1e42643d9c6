package io.peerwatch.schemas.avro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/** Makes records of any generated class, the same ones for the same seed. */
public final class RandomRecords {
  private static final int ITEMS_MAX = 5;

  private final Random random;

  public RandomRecords(long seed) {
    this.random = new Random(seed);
  }

  public <V extends SpecificRecord> V of(Class<V> type) {
    return type.cast(value(SpecificData.get().getSchema(type)));
  }

  private Object value(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM -> symbol(schema);
      case UNION -> value(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
      case ARRAY -> array(schema);
      case MAP -> map(schema);
      case STRING -> text();
      case BYTES -> ByteBuffer.wrap(text().getBytes(UTF_8));
      case INT -> random.nextInt();
      case LONG -> time(schema) ? Instant.ofEpochMilli(random.nextLong() >> 16) : random.nextLong();
      case DOUBLE -> random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian() * 1e6;
      case BOOLEAN -> random.nextBoolean();
      case NULL -> null;
      default -> throw new IllegalArgumentException("no such type in the contracts: " + schema);
    };
  }

  private static boolean time(Schema schema) {
    return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
  }

  private SpecificRecordBase record(Schema schema) {
    var record = (SpecificRecordBase) SpecificData.get().newRecord(null, schema);
    schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
    return record;
  }

  private Object symbol(Schema schema) {
    var symbols = schema.getEnumSymbols();
    return SpecificData.get().createEnum(symbols.get(random.nextInt(symbols.size())), schema);
  }

  private List<Object> array(Schema schema) {
    var items = new ArrayList<Object>();
    for (int count = random.nextInt(ITEMS_MAX); count > 0; count--) {
      items.add(value(schema.getElementType()));
    }
    return items;
  }

  private Map<String, Object> map(Schema schema) {
    var entries = new HashMap<String, Object>();
    for (int count = random.nextInt(ITEMS_MAX); count > 0; count--) {
      entries.put(text(), value(schema.getValueType()));
    }
    return entries;
  }

  private String text() {
    var text = new StringBuilder();
    for (int count = random.nextInt(12); count > 0; count--) {
      text.appendCodePoint(random.nextInt(20) == 0 ? 0x1F525 : ' ' + random.nextInt(0x200));
    }
    return text.toString();
  }
}
