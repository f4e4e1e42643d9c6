package io.peerwatch.streams.reject;

import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.streams.source.Rejects;
import io.peerwatch.streams.state.StoreNames;
import io.peerwatch.streams.state.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists so many refused records in a span of time; of more only the last is listed, when the span
 * is over, with the number of those before it that were not. That number is kept, so that whoever
 * takes over goes on counting.
 */
final class RejectProcessor implements Processor<byte[], RejectedRecord, byte[], RejectedRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(RejectProcessor.class);
  private static final String SPAN = "span";

  private final int listedMax;
  private final Duration span;
  private ProcessorContext<byte[], RejectedRecord> context;
  private KeyValueStore<String, byte[]> store;
  private int listed;

  /** Null while all of this span are listed. */
  private Unlisted unlisted;

  RejectProcessor(int listedMax, Duration span) {
    this.listedMax = listedMax;
    this.span = span;
  }

  @Override
  public void init(ProcessorContext<byte[], RejectedRecord> context) {
    this.context = context;
    store = context.getStateStore(StoreNames.REFUSED);
    unlisted = kept();
    context.schedule(span, PunctuationType.WALL_CLOCK_TIME, now -> endSpan());
  }

  private Unlisted kept() {
    byte[] kept = store.get(SPAN);
    try {
      return kept == null ? null : Unlisted.read(StoredBytes.in(kept));
    } catch (IOException e) {
      throw new UncheckedIOException("The kept count of refused records ends too early", e);
    }
  }

  @Override
  public void process(Record<byte[], RejectedRecord> record) {
    if (listed < listedMax) {
      listed++;
      context.forward(record);
      return;
    }
    unlisted = Unlisted.withOneMore(unlisted, record.value());
    store.put(SPAN, StoredBytes.of(unlisted::write));
  }

  private void endSpan() {
    listed = 0;
    if (unlisted == null) {
      return;
    }
    long others = unlisted.count() - 1;
    LOG.warn("{} refused records of a partition were not listed", others);
    RejectedRecord last = Rejects.withUnlisted(unlisted.last(), others);
    context.forward(
        new Record<>(Rejects.sourceKey(last), last, last.getTimestamp().toEpochMilli()));
    unlisted = null;
    store.delete(SPAN);
  }
}
