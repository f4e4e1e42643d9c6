package io.peerwatch.streams.intake;

import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.count.TaskCounts;
import io.peerwatch.streams.source.Belief;
import io.peerwatch.streams.source.Believed;
import io.peerwatch.streams.source.BelievedStretch;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.RecordTimeExtractor;
import io.peerwatch.streams.source.Rejects;
import io.peerwatch.streams.source.SourceRecord;
import io.peerwatch.streams.source.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Believes records and hands them on, or refuses them with a reason; either way it goes on. */
final class IntakeProcessor implements Processor<byte[], Object, Object, Object> {
  private final Belief belief;
  private final FleetCounts fleet;
  private final String onwards;
  private final String rejected;
  private final List<Believed> believed = new ArrayList<>();
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
  public void process(Record<byte[], Object> record) {
    if (record.value() instanceof Stretch stretch) {
      for (ConsumerRecord<byte[], byte[]> each : stretch.records()) {
        take(SourceRecord.of(each));
      }
    } else {
      take(SourceRecord.of(context, record, (byte[]) record.value()));
    }
    handOn();
  }

  private void take(SourceRecord source) {
    count(source);
    try {
      believed.add(new Believed(belief.of(source), source));
    } catch (DisbelievedException e) {
      handOn(); // what is refused further on comes in its turn
      counts.rejected(e.reason());
      forward(source.key(), Rejects.of(source, e), source.timestamp(), rejected);
    }
  }

  private void handOn() {
    if (!believed.isEmpty()) {
      long timestamp = believed.get(0).source().timestamp();
      forward(null, new BelievedStretch(List.copyOf(believed)), timestamp, onwards);
      believed.clear();
    }
  }

  private void count(SourceRecord source) {
    if (source.value() == null && RecordTimeExtractor.isTick(source.key())) {
      counts.tick(source.offset(), source.timestamp());
    } else {
      counts.sample(source.offset());
    }
  }

  private void forward(Object key, Object value, long timestamp, String to) {
    context.forward(new Record<>(key, value, timestamp), to);
  }
}
