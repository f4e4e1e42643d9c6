package io.peerwatch.streams.compare;

import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.verdict.GroupJudge;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.Lesson;
import io.peerwatch.detection.verdict.LessonLearnt;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.schemas.topics.CanaryGroups;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.count.TaskCounts;
import io.peerwatch.streams.policy.Under;
import io.peerwatch.streams.state.GroupStore;
import io.peerwatch.streams.state.StoreNames;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Judges each closed window, and says what it saw: the verdict, and readings for dashboards. Learns
 * what people say of what it found.
 */
final class CompareProcessor implements Processor<String, Object, String, Object> {
  private final DetectionSettings settings;
  private final FleetCounts fleet;
  private final String verdicts;
  private final String readings;
  private final String alert;
  private final String capacity;

  private ProcessorContext<String, Object> context;
  private GroupStore<GroupJudge> judges;
  private TaskCounts counts;

  CompareProcessor(
      DetectionSettings settings,
      FleetCounts fleet,
      String verdicts,
      String readings,
      String alert,
      String capacity) {
    this.settings = settings;
    this.fleet = fleet;
    this.verdicts = verdicts;
    this.readings = readings;
    this.alert = alert;
    this.capacity = capacity;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    counts = fleet.ofTask(context.taskId());
    judges =
        new GroupStore<>(
            context.getStateStore(StoreNames.BASELINES),
            group -> new GroupJudge(settings),
            (group, part, hosts) -> GroupJudge.read(part, hosts));
  }

  @Override
  public void process(Record<String, Object> record) {
    GroupJudge judge = judges.of(record.key());
    if (record.value() instanceof Under<?> under && under.value() instanceof GroupWindow window) {
      judge.follow(under.settings().detection());
      Under<GroupJudgement> judged = under.with(judge.judge(window));
      judges.save(record.key());
      tell(record, judged);
    } else if (record.value() instanceof Lesson lesson) {
      LessonLearnt learnt = judge.learn(lesson);
      judges.save(record.key());
      context.forward(record.withValue(learnt), alert);
    }
  }

  private void tell(Record<String, Object> record, Under<GroupJudgement> judged) {
    GroupJudgement judgement = judged.value();
    if (CanaryGroups.is(record.key())) {
      tellOfCanary(record, judgement);
      return;
    }
    context.forward(record.withValue(judged), alert);
    context.forward(record.withValue(judged), capacity);
    context.forward(record.withValue(VerdictRecords.of(judgement)), verdicts);
    counts.window(judgement);
    ReadingRecords.of(judgement)
        .forEach(reading -> context.forward(record.withValue(reading), readings));
  }

  /** Its verdict alone, and nothing where it has stopped: a canary is nobody's trouble. */
  private void tellOfCanary(Record<String, Object> record, GroupJudgement judgement) {
    if (judgement.window().reported() > 0) {
      context.forward(record.withValue(VerdictRecords.of(judgement)), verdicts);
      counts.window(judgement);
    }
  }
}
