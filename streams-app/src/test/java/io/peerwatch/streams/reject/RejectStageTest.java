package io.peerwatch.streams.reject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.streams.source.Rejects;
import io.peerwatch.streams.source.SourceRecord;
import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.state.StoreNames;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A flood of refused records: so many are listed, the others are counted. */
class RejectStageTest {
  private final MockProcessorContext<byte[], RejectedRecord> context = new MockProcessorContext<>();
  private final RejectProcessor processor = new RejectProcessor(3, Duration.ofSeconds(5));

  private final KeyValueStore<String, byte[]> store =
      StateStores.IN_MEMORY.named(StoreNames.REFUSED).build();

  @BeforeEach
  void start() {
    store.init(context.getStateStoreContext(), store);
    context.addStateStore(store);
    processor.init(context);
  }

  @Test
  void shouldListAllWhileTheyAreFew() {
    refuse(0, 3);
    endSpan();
    refuse(3, 6);
    endSpan();
    assertThat(listed())
        .extracting(RejectedRecord::getOffset)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    assertThat(listed()).extracting(RejectedRecord::getUnlisted).containsOnly(0L);
  }

  @Test
  void shouldListTheLastOfMoreWithTheNumberOfThoseThatAreNot() {
    refuse(0, 1_000);
    assertThat(listed()).hasSize(3);
    endSpan();
    assertThat(listed()).extracting(RejectedRecord::getOffset).containsExactly(0L, 1L, 2L, 999L);
    assertThat(listed().get(3).getUnlisted()).isEqualTo(996);
    endSpan();
    refuse(1_000, 1_002);
    assertThat(listed()).hasSize(6);
    assertThat(listed().stream().mapToLong(record -> 1 + record.getUnlisted()).sum())
        .isEqualTo(1_002);
  }

  @Test
  void shouldGoOnCountingWhereWhoeverWasThereBeforeEnded() {
    refuse(0, 1_000);
    var next = new MockProcessorContext<byte[], RejectedRecord>();
    next.addStateStore(store);
    new RejectProcessor(3, Duration.ofSeconds(5)).init(next);
    next.scheduledPunctuators().get(0).getPunctuator().punctuate(0);
    assertThat(next.forwarded()).hasSize(1);
    RejectedRecord last = next.forwarded().get(0).record().value();
    assertThat(last.getUnlisted()).isEqualTo(996);
    assertThat(last).isEqualTo(Rejects.withUnlisted(rejected(999), 996));
    assertThat(next.forwarded().get(0).record().key()).isEqualTo(Rejects.sourceKey(last));
    assertThat(store.approximateNumEntries()).isZero();
  }

  @Test
  void shouldNotGoOnFromALayoutThatItDoesNotKnow() {
    store.put("span", new byte[] {99});
    assertThatThrownBy(() -> new RejectProcessor(3, Duration.ofSeconds(5)).init(context))
        .hasMessageContaining("is stored in layout 99, this release reads up to 1");
  }

  private void refuse(long from, long to) {
    for (long offset = from; offset < to; offset++) {
      RejectedRecord rejected = rejected(offset);
      processor.process(new Record<>(Rejects.sourceKey(rejected), rejected, 0));
    }
  }

  private static RejectedRecord rejected(long offset) {
    var source = new SourceRecord("t", 0, offset, new byte[] {7}, new byte[] {1}, 0);
    return Rejects.of(source, RejectReason.MALFORMED, "no");
  }

  private void endSpan() {
    var punctuator = context.scheduledPunctuators().get(0);
    assertThat(punctuator.getType()).isEqualTo(PunctuationType.WALL_CLOCK_TIME);
    punctuator.getPunctuator().punctuate(0);
  }

  private List<RejectedRecord> listed() {
    return context.forwarded().stream()
        .<RejectedRecord>map(forward -> forward.record().value())
        .toList();
  }
}
