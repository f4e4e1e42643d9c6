package io.peerwatch.streams.reject;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.streams.source.Rejects;
import io.peerwatch.streams.source.SourceRecord;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A flood of refused records: so many are listed, the others are counted. */
class RejectStageTest {
  private final MockProcessorContext<byte[], RejectedRecord> context = new MockProcessorContext<>();
  private final RejectProcessor processor = new RejectProcessor(3, Duration.ofSeconds(5));

  @BeforeEach
  void start() {
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

  private void refuse(long from, long to) {
    for (long offset = from; offset < to; offset++) {
      var source = new SourceRecord("t", 0, offset, new byte[0], new byte[] {1}, 0);
      var rejected = Rejects.of(source, RejectReason.MALFORMED, "no");
      processor.process(new Record<>(source.key(), rejected, 0));
    }
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
