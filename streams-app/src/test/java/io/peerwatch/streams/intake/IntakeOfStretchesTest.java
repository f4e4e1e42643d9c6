package io.peerwatch.streams.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.window.Sample;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.source.Belief;
import io.peerwatch.streams.source.BelievedStretch;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On Kafka's mock of a context, for a test driver hands on one record at a time. */
class IntakeOfStretchesTest {
  private static final int REFUSED = 13;

  private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
  private final Belief belief =
      source -> {
        if (source.value()[0] == REFUSED) {
          throw new DisbelievedException(RejectReason.NO_GROUP, "thirteen");
        }
        String host = "h" + source.value()[0];
        return new Sample("web", host, source.offset(), List.of("m"), new double[1]);
      };
  private final IntakeProcessor intake =
      new IntakeProcessor(belief, FleetCounts.unwatched(), "onwards", "rejected");

  @BeforeEach
  void init() {
    intake.init(context);
  }

  @Test
  void shouldHandOnWhatItBelievesInOrderAndRefuseTheRestWithItsPlace() {
    process(stretch(4, REFUSED, 5));
    assertThat(hosts()).containsExactly("h4", "h5");
    assertThat(refused()).singleElement().extracting(RejectedRecord::getOffset).isEqualTo(101L);
  }

  @Test
  void shouldRefuseWhereARecordStandsSoThatLaterRefusalsComeBehindIt() {
    process(stretch(4, REFUSED, 5));
    assertThat(context.forwarded())
        .extracting(forward -> forward.childName().orElseThrow())
        .containsExactly("onwards", "rejected", "onwards");
  }

  @Test
  void shouldHandOnNothingOfAStretchThatItDoesNotBelieve() {
    process(stretch(REFUSED, REFUSED));
    assertThat(hosts()).isEmpty();
    assertThat(refused()).hasSize(2);
  }

  private static Stretch stretch(int... values) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int value : values) {
      byte[] bytes = {(byte) value};
      records.add(new ConsumerRecord<>("samples", 2, 100 + records.size(), bytes, bytes));
    }
    return new Stretch(records);
  }

  private void process(Stretch stretch) {
    intake.process(new Record<>(new byte[0], stretch, 0));
  }

  private List<String> hosts() {
    return context.forwarded("onwards").stream()
        .map(forward -> (BelievedStretch) forward.record().value())
        .flatMap(stretch -> stretch.believed().stream())
        .map(believed -> ((Sample) believed.heard()).host())
        .toList();
  }

  private List<RejectedRecord> refused() {
    return context.forwarded("rejected").stream()
        .map(forward -> (RejectedRecord) forward.record().value())
        .toList();
  }
}
