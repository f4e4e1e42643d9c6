package io.peerwatch.streams.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class StretchTest {
  private final ConsumerRecord<byte[], byte[]> first = record(7);
  private final ConsumerRecord<byte[], byte[]> second = record(8);

  @Test
  void shouldStandAtThePlaceOfItsFirstRecord() {
    ConsumerRecord<byte[], byte[]> one = new Stretch(List.of(first, second)).asOne();
    assertThat(one.offset()).isEqualTo(7);
    assertThat(one.timestamp()).isEqualTo(first.timestamp());
    assertThat(one.value()).isNotNull();
  }

  @Test
  void shouldComeOutOfTheSourceAsItWentIn() {
    Stretch stretch = new Stretch(List.of(first, second));
    assertThat(read(stretch.asOne())).isEqualTo(stretch);
  }

  @Test
  void shouldLeaveALoneRecordAsItIs() {
    ConsumerRecord<byte[], byte[]> one = new Stretch(List.of(first)).asOne();
    assertThat(one).isSameAs(first);
    assertThat(read(one)).isSameAs(first.value());
  }

  @Test
  void shouldBeNothingThatSomebodyCouldSend() {
    byte[] sent = new Stretch(List.of(first, second)).asOne().value().clone();
    assertThat(Stretch.deserializer().deserialize("topic", new RecordHeaders(), sent))
        .isSameAs(sent);
  }

  @Test
  void shouldNotLoseRecordsWhereItsHeadersAreCopiedOnTheWay() {
    ConsumerRecord<byte[], byte[]> one = new Stretch(List.of(first, second)).asOne();
    Headers copied = new RecordHeaders(one.headers());
    assertThatThrownBy(() -> Stretch.deserializer().deserialize("topic", copied, one.value()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("stretch");
  }

  @Test
  void shouldHaveNoHeaders() {
    Headers none = new Stretch(List.of(first, second)).asOne().headers();
    assertThat(none.toArray()).isEmpty();
    assertThat(none).isEmpty();
    assertThat(none.lastHeader("k")).isNull();
    assertThatThrownBy(() -> none.add("k", new byte[0])).isInstanceOf(IllegalStateException.class);
  }

  private static Object read(ConsumerRecord<byte[], byte[]> record) {
    return Stretch.deserializer().deserialize("topic", record.headers(), record.value());
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset) {
    return new ConsumerRecord<>("topic", 0, offset, new byte[] {1}, new byte[] {(byte) offset});
  }
}
