package io.peerwatch.streams.ledger;

import io.peerwatch.detection.episode.WindowEpisodes;
import io.peerwatch.detection.ledger.GroupLedger;
import io.peerwatch.detection.ledger.LedgerEntry;
import io.peerwatch.detection.verdict.LessonLearnt;
import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.count.TaskCounts;
import io.peerwatch.streams.state.ForgottenGroup;
import io.peerwatch.streams.state.GroupValues;
import io.peerwatch.streams.state.StoreNames;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps each group's ledger and tells what changed in it. */
final class LedgerProcessor implements Processor<String, Object, String, BudgetLedger> {
  private final FleetCounts fleet;
  private ProcessorContext<String, BudgetLedger> context;
  private GroupValues<GroupLedger> ledgers;
  private TaskCounts counts;

  LedgerProcessor(FleetCounts fleet) {
    this.fleet = fleet;
  }

  @Override
  public void init(ProcessorContext<String, BudgetLedger> context) {
    this.context = context;
    counts = fleet.ofTask(context.taskId());
    ledgers =
        new GroupValues<>(
            context.getStateStore(StoreNames.LEDGER),
            GroupLedger::new,
            (group, in) -> GroupLedger.read(in),
            ledger -> ledger::write);
  }

  @Override
  public void process(Record<String, Object> record) {
    if (record.value() instanceof ForgottenGroup) {
      ledgers.forget(record.key());
      counts.forgotten(record.key());
      return;
    }
    GroupLedger ledger = ledgers.of(record.key());
    List<LedgerEntry> told =
        record.value() instanceof LessonLearnt learnt
            ? ledger.learn(learnt)
            : ledger.step((WindowEpisodes) record.value());
    told.forEach(entry -> context.forward(record.withValue(LedgerRecords.of(entry))));
    ledgers.save(record.key());
    ledger.latestWeek().ifPresent(week -> counts.budget(record.key(), week));
  }
}
