package io.peerwatch.streams.alert;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeBook;
import io.peerwatch.detection.episode.WindowEpisodes;
import io.peerwatch.detection.feedback.RaisedAlerts;
import io.peerwatch.detection.policy.SettingsPlan;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.LessonLearnt;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.count.TaskCounts;
import io.peerwatch.streams.policy.GroupPlans;
import io.peerwatch.streams.policy.Under;
import io.peerwatch.streams.state.ForgottenGroup;
import io.peerwatch.streams.state.GroupEntries;
import io.peerwatch.streams.state.GroupValues;
import io.peerwatch.streams.state.StoreNames;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the group's episodes and tells each change of one. */
final class AlertProcessor implements Processor<String, Object, String, Object> {
  private final FleetCounts fleet;
  private final String alerts;
  private final String onwards;
  private ProcessorContext<String, Object> context;
  private GroupValues<EpisodeBook> books;
  private GroupEntries<RaisedAlerts> raised;
  private KeyValueStore<String, byte[]> plans;
  private TaskCounts counts;

  AlertProcessor(FleetCounts fleet, String alerts, String onwards) {
    this.fleet = fleet;
    this.alerts = alerts;
    this.onwards = onwards;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    counts = fleet.ofTask(context.taskId());
    books =
        new GroupValues<>(
            context.getStateStore(StoreNames.EPISODES),
            EpisodeBook::new,
            (group, in) -> EpisodeBook.read(in),
            book -> book::write);
    plans = context.getStateStore(StoreNames.PLANS);
    raised = GroupEntries.raisedAlerts(context.getStateStore(StoreNames.RAISED_ALERTS));
  }

  @Override
  public void process(Record<String, Object> record) {
    EpisodeBook book = books.of(record.key());
    if (record.value() instanceof ForgottenGroup forgotten) {
      long at = forgotten.at();
      tell(record, book.forget(at), runbookAt(record.key(), at));
      context.forward(record, onwards);
      books.forget(record.key());
      raised.forget(record.key());
      return;
    }
    if (record.value() instanceof Under<?> under
        && under.value() instanceof GroupJudgement judgement) {
      List<Episode> changes = book.step(judgement);
      tell(record, changes, under.settings().runbookUrl());
      context.forward(record.withValue(new WindowEpisodes(judgement, changes)), onwards);
    } else if (record.value() instanceof LessonLearnt learnt) {
      tell(record, book.learn(learnt), runbookAt(record.key(), learnt.at()));
      context.forward(record, onwards);
    }
    books.save(record.key());
  }

  private String runbookAt(String group, long time) {
    SettingsPlan plan = GroupPlans.stored(plans, group);
    return plan == null ? "" : plan.at(time).runbookUrl();
  }

  private void tell(Record<String, Object> record, List<Episode> changes, String runbookUrl) {
    if (changes.isEmpty()) {
      return;
    }
    for (Episode change : changes) {
      HostAlert alert = AlertRecords.of(change, runbookUrl);
      context.forward(new Record<>(AlertRecords.key(alert), alert, record.timestamp()), alerts);
      counts.alert(change);
    }
    RaisedAlerts known = raised.of(record.key());
    known.remember(changes);
    raised.save(record.key(), known);
    // Readers see an alert only after the commit: it should not wait for the interval.
    context.commit();
  }
}
