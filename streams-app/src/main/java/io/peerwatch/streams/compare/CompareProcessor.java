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
import io.peerwatch.streams.state.ForgottenGroup;
import io.peerwatch.streams.state.StoreNames;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

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

  private static final Duration WRITE_EVERY = Duration.ofSeconds(1);

  /** So much of judges' memory is written at a time: a fraction of a second. */
  private static final long WRITE_BYTES_MAX = 8L << 20;

  private final boolean surviving;

  private ProcessorContext<String, Object> context;
  private Judges judges;
  private TaskCounts counts;
  private PromptCommits commits;

  /**
   * @param surviving whether state outlives this process
   */
  CompareProcessor(
      DetectionSettings settings,
      boolean surviving,
      FleetCounts fleet,
      String verdicts,
      String readings,
      String alert,
      String capacity) {
    this.settings = settings;
    this.surviving = surviving;
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
    KeyValueStore<String, byte[]> store = context.getStateStore(StoreNames.BASELINES);
    judges = new Judges(surviving ? new JudgeLog(store) : null);
    // When it is written changes nothing but the time that the next start takes.
    context.schedule(
        WRITE_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> judges.writeDue(WRITE_BYTES_MAX));
    commits = new PromptCommits(context);
    context.schedule(
        Duration.ofMillis(PromptCommits.SPACING_MILLIS),
        PunctuationType.WALL_CLOCK_TIME,
        commits::look);
  }

  @Override
  public void process(Record<String, Object> record) {
    String group = record.key();
    if (record.value() instanceof ForgottenGroup) {
      judges.forget(group);
      context.forward(record, alert);
      context.forward(record, capacity);
      return;
    }
    GroupJudge judge = judges.of(group, settings);
    if (record.value() instanceof Under<?> under && under.value() instanceof GroupWindow window) {
      boolean otherwise = judge.follow(under.settings().detection());
      Under<GroupJudgement> judged = under.with(judge.judge(window));
      judges.judged(group, window, otherwise);
      tell(record, judged);
      commits.told();
    } else if (record.value() instanceof Lesson lesson) {
      LessonLearnt learnt = judge.learn(lesson);
      judges.taught(group);
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
    ReadingChunk.each(judgement, reading -> context.forward(record.withValue(reading), readings));
  }

  /** Its verdict alone, and nothing where it has stopped: a canary is nobody's trouble. */
  private void tellOfCanary(Record<String, Object> record, GroupJudgement judgement) {
    if (judgement.window().reported() > 0) {
      context.forward(record.withValue(VerdictRecords.of(judgement)), verdicts);
      counts.window(judgement);
    }
  }
}
