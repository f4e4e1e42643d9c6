package io.peerwatch.streams.feedback;

import io.peerwatch.detection.feedback.RaisedAlerts;
import io.peerwatch.detection.feedback.Said;
import io.peerwatch.detection.verdict.Lesson;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.count.TaskCounts;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.PatientDecoding;
import io.peerwatch.streams.source.Rejects;
import io.peerwatch.streams.source.SourceRecord;
import io.peerwatch.streams.state.GroupEntries;
import io.peerwatch.streams.state.StoreNames;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Believes feedback and makes a lesson of it, or refuses it with a reason. */
final class FeedbackProcessor implements Processor<byte[], byte[], Object, Object> {
  private final PatientDecoding<Feedback> decoding;
  private final int partitions;
  private final FleetCounts fleet;
  private final String onwards;
  private final String rejected;

  private ProcessorContext<Object, Object> context;
  private GroupEntries<RaisedAlerts> alerts;
  private TaskCounts counts;

  FeedbackProcessor(
      PatientDecoding<Feedback> decoding,
      int partitions,
      FleetCounts fleet,
      String onwards,
      String rejected) {
    this.decoding = decoding;
    this.partitions = partitions;
    this.fleet = fleet;
    this.onwards = onwards;
    this.rejected = rejected;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    counts = fleet.ofTask(context.taskId());
    alerts = GroupEntries.raisedAlerts(context.getStateStore(StoreNames.RAISED_ALERTS));
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    SourceRecord source = SourceRecord.of(context, record);
    try {
      hear(source);
      counts.feedback(true);
    } catch (DisbelievedException e) {
      counts.feedback(false);
      var refused = Rejects.of(source, e);
      context.forward(new Record<>(source.key(), refused, record.timestamp()), rejected);
    }
  }

  private void hear(SourceRecord source) throws DisbelievedException {
    if (source.value() == null) {
      throw new DisbelievedException(RejectReason.NO_VALUE, "the record has no value");
    }
    Feedback feedback = decoding.decode(source);
    Said said = FeedbackRules.check(feedback, source.key(), source.partition(), partitions);
    String group = feedback.getGroup();
    RaisedAlerts known = alerts.of(group);
    FeedbackRules.checkAbout(feedback, known.get(said.alertId()));
    Optional<Lesson> lesson = known.hear(said);
    alerts.save(group, known);
    lesson.ifPresent(
        value -> context.forward(new Record<>(group, value, source.timestamp()), onwards));
  }
}
