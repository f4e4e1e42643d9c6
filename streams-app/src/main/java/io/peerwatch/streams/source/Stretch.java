package io.peerwatch.streams.source;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Records that follow one another on a partition, handed to Kafka Streams as one: what it does for
 * every record costs more than gathering a sample does.
 *
 * <p>It stands at the place of its first record. Kafka Streams commits the offset of the next
 * record that it has not processed, so a stretch is committed as a whole or not at all.
 *
 * <p>Kafka Streams takes nothing but bytes from a consumer, and bytes could be sent by anybody. So
 * the stretch travels as the headers of its first record: nobody can send one.
 *
 * @param records at least one, each with a value, in the order of the log
 */
public record Stretch(List<ConsumerRecord<byte[], byte[]>> records) {
  /** This very array in the place of a value: were its stretch lost on the way, it would show. */
  private static final byte[] STANDS_FOR_MANY = {};

  /** The one record that Kafka Streams sees; a lone record stays as it is. */
  public ConsumerRecord<byte[], byte[]> asOne() {
    ConsumerRecord<byte[], byte[]> first = records.get(0);
    if (records.size() == 1) {
      return first;
    }
    return new ConsumerRecord<>(
        first.topic(),
        first.partition(),
        first.offset(),
        first.timestamp(),
        first.timestampType(),
        first.serializedKeySize(),
        first.serializedValueSize(),
        first.key(),
        STANDS_FOR_MANY,
        new Riding(this),
        first.leaderEpoch());
  }

  /** For a source: gives the stretch, or the bytes of a record that is none; null for no value. */
  public static Deserializer<Object> deserializer() {
    return new Deserializer<>() {
      @Override
      public Object deserialize(String topic, byte[] bytes) {
        return bytes;
      }

      @Override
      public Object deserialize(String topic, Headers headers, byte[] bytes) {
        if (headers instanceof Riding riding) {
          return riding.stretch;
        }
        if (bytes == STANDS_FOR_MANY) {
          throw new IllegalStateException("the headers that carry a stretch of records were lost");
        }
        return bytes;
      }
    };
  }

  /** No headers, but a stretch. */
  private static final class Riding implements Headers {
    private final Stretch stretch;

    Riding(Stretch stretch) {
      this.stretch = stretch;
    }

    @Override
    public Headers add(Header header) {
      throw new IllegalStateException("a stretch of records has no headers");
    }

    @Override
    public Headers add(String key, byte[] value) {
      throw new IllegalStateException("a stretch of records has no headers");
    }

    @Override
    public Headers remove(String key) {
      return this;
    }

    @Override
    public Header lastHeader(String key) {
      return null;
    }

    @Override
    public Iterable<Header> headers(String key) {
      return List.of();
    }

    @Override
    public Header[] toArray() {
      return new Header[0];
    }

    @Override
    public Iterator<Header> iterator() {
      return Collections.emptyIterator();
    }
  }
}
