package io.peerwatch.streams.compare;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.detection.verdict.MetricReadings;
import io.peerwatch.schemas.avro.HostReadings;
import io.peerwatch.schemas.serde.AvroSerializer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes readings as the {@link HostReadings} that they are, in Confluent's wire format, without
 * making an object of every number: there are five to each host and metric, most of what the
 * application writes.
 */
public final class ReadingSerializer implements Serializer<ReadingChunk> {
  private static final VarHandle DOUBLES =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int VARINT_BYTES_MAX = 10;
  private static final int ASCII_MAX = 0x7f;

  private final AvroSerializer<HostReadings> headers;

  /** Tasks share a serializer. */
  private final ThreadLocal<Bytes> room = ThreadLocal.withInitial(Bytes::new);

  public ReadingSerializer(SchemaRegistryClient registry) {
    this.headers = new AvroSerializer<>(registry, false);
  }

  @Override
  public byte[] serialize(String topic, ReadingChunk chunk) {
    byte[] header = headers.header(topic, HostReadings.getClassSchema());
    MetricReadings metric = chunk.metric();
    Bytes out = room.get();
    out.open(header);
    out.text(chunk.window().group());
    out.varint(chunk.window().start());
    out.varint(chunk.window().end());
    out.text(metric.metric());
    out.text(metric.unit());
    out.varint(chunk.chunk());
    out.varint(chunk.chunks());
    out.varint(chunk.to() - chunk.from());
    for (int h = chunk.from(); h < chunk.to(); h++) {
      out.text(metric.hosts().get(h));
    }
    out.endOf(chunk);
    out.numbers(metric.observed(), chunk);
    out.numbers(metric.expected(), chunk);
    out.numbers(metric.low(), chunk);
    out.numbers(metric.high(), chunk);
    out.numbers(metric.deviation(), chunk);
    return out.taken();
  }

  /** Avro's binary form of what readings have. */
  private static final class Bytes {
    private byte[] bytes = new byte[1 << 12];
    private int size;

    void open(byte[] header) {
      System.arraycopy(header, 0, bytes, 0, header.length);
      size = header.length;
    }

    void varint(long value) {
      makeRoom(VARINT_BYTES_MAX);
      long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
      while ((rest & -0x80L) != 0) {
        bytes[size++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[size++] = (byte) rest;
    }

    void text(String text) {
      int before = size;
      int length = text.length();
      varint(length);
      makeRoom(length);
      for (int i = 0; i < length; i++) {
        char c = text.charAt(i);
        if (c > ASCII_MAX) {
          size = before;
          anyText(text);
          return;
        }
        bytes[size++] = (byte) c;
      }
    }

    private void anyText(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      varint(utf8.length);
      makeRoom(utf8.length);
      System.arraycopy(utf8, 0, bytes, size, utf8.length);
      size += utf8.length;
    }

    void numbers(double[] values, ReadingChunk chunk) {
      int count = chunk.to() - chunk.from();
      varint(count);
      makeRoom(count * Double.BYTES);
      for (int h = chunk.from(); h < chunk.to(); h++) {
        DOUBLES.set(bytes, size, values[h]);
        size += Double.BYTES;
      }
      endOf(chunk);
    }

    /** Behind the one block that a list has; an empty list has none. */
    void endOf(ReadingChunk chunk) {
      if (chunk.to() > chunk.from()) {
        varint(0);
      }
    }

    byte[] taken() {
      return Arrays.copyOf(bytes, size);
    }

    private void makeRoom(int wanted) {
      if (bytes.length - size < wanted) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + wanted));
      }
    }
  }
}
