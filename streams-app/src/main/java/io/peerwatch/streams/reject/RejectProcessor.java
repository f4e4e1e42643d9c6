package io.peerwatch.streams.reject;

import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.streams.source.Rejects;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists so many refused records in a span of time; of more only the last is listed, when the span
 * is over, with the number of those before it that were not. After a crash up to a span's worth of
 * them may go uncounted; what is refused never hangs on it.
 */
final class RejectProcessor implements Processor<byte[], RejectedRecord, byte[], RejectedRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(RejectProcessor.class);

  private final int listedMax;
  private final Duration span;
  private ProcessorContext<byte[], RejectedRecord> context;
  private int listed;
  private long unlisted;
  private Record<byte[], RejectedRecord> last;

  RejectProcessor(int listedMax, Duration span) {
    this.listedMax = listedMax;
    this.span = span;
  }

  @Override
  public void init(ProcessorContext<byte[], RejectedRecord> context) {
    this.context = context;
    context.schedule(span, PunctuationType.WALL_CLOCK_TIME, now -> endSpan());
  }

  @Override
  public void process(Record<byte[], RejectedRecord> record) {
    if (listed < listedMax) {
      listed++;
      context.forward(record);
      return;
    }
    unlisted++;
    last = record;
  }

  private void endSpan() {
    listed = 0;
    if (last == null) {
      return;
    }
    LOG.warn("{} refused records of a partition were not listed", unlisted - 1);
    context.forward(last.withValue(Rejects.withUnlisted(last.value(), unlisted - 1)));
    last = null;
    unlisted = 0;
  }

  @Override
  public void close() {
    if (last != null) {
      LOG.warn("{} refused records of a partition were not listed", unlisted);
    }
  }
}
