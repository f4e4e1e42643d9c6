package io.peerwatch.streams.capacity;

import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.capacity.meter.CapacityMeter;
import io.peerwatch.detection.verdict.Finding;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.count.TaskCounts;
import io.peerwatch.streams.policy.Under;
import io.peerwatch.streams.state.ForgottenGroup;
import io.peerwatch.streams.state.GroupValues;
import io.peerwatch.streams.state.StoreNames;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Says how much room the group had in the window, its suspects left out; also when all are silent.
 */
final class CapacityProcessor implements Processor<String, Object, String, GroupCapacity> {
  private final FleetCounts fleet;
  private TaskCounts counts;
  private ProcessorContext<String, GroupCapacity> context;
  private KeyValueStore<String, byte[]> store;
  private GroupValues<CapacityMeter> meters;

  CapacityProcessor(FleetCounts fleet) {
    this.fleet = fleet;
  }

  @Override
  public void init(ProcessorContext<String, GroupCapacity> context) {
    this.context = context;
    counts = fleet.ofTask(context.taskId());
    store = context.getStateStore(StoreNames.CAPACITY);
    meters =
        new GroupValues<>(
            store,
            group -> new CapacityMeter(),
            (group, in) -> CapacityMeter.read(in),
            meter -> meter::write);
  }

  @Override
  public void process(Record<String, Object> record) {
    var history = new StoredHistory(store, record.key());
    if (record.value() instanceof Under<?> under
        && under.value() instanceof GroupJudgement judgement) {
      measure(record, judgement, under, history);
    } else if (record.value() instanceof ForgottenGroup) {
      meters.forget(record.key());
      history.delete();
    }
  }

  private void measure(
      Record<String, Object> record,
      GroupJudgement judgement,
      Under<?> under,
      StoredHistory history) {
    CapacitySettings settings = under.settings().capacity();
    Set<String> suspects = new TreeSet<>();
    for (Finding finding : judgement.findings()) {
      suspects.add(finding.host());
    }
    var figures =
        meters
            .of(record.key())
            .measure(judgement.window(), suspects, settings, under.members(), history);
    meters.save(record.key());
    counts.capacity(figures);
    context.forward(record.withValue(CapacityRecords.of(figures)));
  }
}
