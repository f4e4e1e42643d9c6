package io.peerwatch.streams.intake;

import io.peerwatch.detection.window.Heard;
import io.peerwatch.detection.window.Sample;
import io.peerwatch.detection.window.Tick;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.count.TaskCounts;
import io.peerwatch.streams.source.Believed;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.PatientDecoding;
import io.peerwatch.streams.source.Rejects;
import io.peerwatch.streams.source.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Believes a record and hands it on, or refuses it with a reason; either way it goes on. */
final class IntakeProcessor implements Processor<byte[], byte[], Object, Object> {
  private static final byte[] TICK_KEY = Topics.TICK_KEY.getBytes(StandardCharsets.UTF_8);

  private final PatientDecoding<HostSample> decoding;
  private final SampleRules rules;
  private final FleetCounts fleet;
  private final String onwards;
  private final String rejected;
  private ProcessorContext<Object, Object> context;
  private TaskCounts counts;

  IntakeProcessor(
      PatientDecoding<HostSample> decoding,
      SampleRules rules,
      FleetCounts fleet,
      String onwards,
      String rejected) {
    this.decoding = decoding;
    this.rules = rules;
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
    SourceRecord source =
        SourceRecord.of(
            context.recordMetadata().orElseThrow(),
            record.key(),
            record.value(),
            record.timestamp());
    try {
      Heard heard = believe(source);
      String group = heard instanceof Sample sample ? sample.group() : Topics.TICK_KEY;
      forward(record, group, new Believed(heard, source), onwards);
    } catch (DisbelievedException e) {
      counts.rejected(e.reason());
      forward(record, source.key(), Rejects.of(source, e.reason(), e.getMessage()), rejected);
    }
  }

  private void forward(Record<byte[], byte[]> record, Object key, Object value, String to) {
    context.forward(new Record<>(key, value, record.timestamp()), to);
  }

  private Heard believe(SourceRecord source) throws DisbelievedException {
    if (source.value() == null && Arrays.equals(TICK_KEY, source.key())) {
      counts.tick(source.offset(), source.timestamp());
      return new Tick(source.timestamp());
    }
    counts.sample(source.offset(), source.timestamp());
    if (source.value() == null) {
      throw new DisbelievedException(RejectReason.NO_VALUE, "the record has no value");
    }
    HostSample sample = decoding.decode(source);
    rules.check(sample, source.key(), source.partition());
    return new Sample(
        sample.getGroup(),
        sample.getHost(),
        sample.getTimestamp().toEpochMilli(),
        sample.getMetrics());
  }
}
