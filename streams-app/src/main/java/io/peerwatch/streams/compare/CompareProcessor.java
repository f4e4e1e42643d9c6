package io.peerwatch.streams.compare;

import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.verdict.GroupJudge;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.streams.state.GroupStore;
import io.peerwatch.streams.state.StoreNames;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Judges each closed window, and says what it saw: the verdict, and readings for dashboards. */
final class CompareProcessor implements Processor<String, GroupWindow, String, Object> {
  private final DetectionSettings settings;
  private final String verdicts;
  private final String readings;
  private final List<String> onwards;

  private ProcessorContext<String, Object> context;
  private GroupStore<GroupJudge> judges;

  CompareProcessor(
      DetectionSettings settings, String verdicts, String readings, List<String> onwards) {
    this.settings = settings;
    this.verdicts = verdicts;
    this.readings = readings;
    this.onwards = onwards;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    judges =
        new GroupStore<>(
            context.getStateStore(StoreNames.BASELINES),
            group -> new GroupJudge(settings),
            (group, part, hosts) -> GroupJudge.read(part, hosts, settings));
  }

  @Override
  public void process(Record<String, GroupWindow> record) {
    String group = record.key();
    GroupJudgement judgement = judges.of(group).judge(record.value());
    judges.save(group);
    for (String next : onwards) {
      context.forward(record.withValue(judgement), next);
    }
    context.forward(record.withValue(VerdictRecords.of(judgement)), verdicts);
    ReadingRecords.of(judgement)
        .forEach(reading -> context.forward(record.withValue(reading), readings));
  }
}
