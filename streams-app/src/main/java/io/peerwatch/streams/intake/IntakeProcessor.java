package io.peerwatch.streams.intake;

import io.peerwatch.detection.window.Heard;
import io.peerwatch.detection.window.Sample;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.count.TaskCounts;
import io.peerwatch.streams.source.Belief;
import io.peerwatch.streams.source.Believed;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.RecordTimeExtractor;
import io.peerwatch.streams.source.Rejects;
import io.peerwatch.streams.source.SourceRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Believes a record and hands it on, or refuses it with a reason; either way it goes on. */
final class IntakeProcessor implements Processor<byte[], byte[], Object, Object> {
  private final Belief belief;
  private final FleetCounts fleet;
  private final String onwards;
  private final String rejected;
  private ProcessorContext<Object, Object> context;
  private TaskCounts counts;

  IntakeProcessor(Belief belief, FleetCounts fleet, String onwards, String rejected) {
    this.belief = belief;
    this.fleet = fleet;
    this.onwards = onwards;
    this.rejected = rejected;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    counts = fleet.beginTask(context.taskId());
  }

  @Override
  public void close() {
    fleet.giveOver(context.taskId());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    SourceRecord source = SourceRecord.of(context, record);
    count(source);
    try {
      Heard heard = belief.of(source);
      String group = heard instanceof Sample sample ? sample.group() : Topics.TICK_KEY;
      forward(record, group, new Believed(heard, source), onwards);
    } catch (DisbelievedException e) {
      counts.rejected(e.reason());
      forward(record, source.key(), Rejects.of(source, e), rejected);
    }
  }

  private void count(SourceRecord source) {
    if (source.value() == null && RecordTimeExtractor.isTick(source.key())) {
      counts.tick(source.offset(), source.timestamp());
    } else {
      counts.sample(source.offset(), source.timestamp());
    }
  }

  private void forward(Record<byte[], byte[]> record, Object key, Object value, String to) {
    context.forward(new Record<>(key, value, record.timestamp()), to);
  }
}
