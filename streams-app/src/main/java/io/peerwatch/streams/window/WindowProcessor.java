package io.peerwatch.streams.window;

import io.peerwatch.detection.policy.GroupSettings;
import io.peerwatch.detection.policy.SettingsPlan;
import io.peerwatch.detection.window.Acceptance;
import io.peerwatch.detection.window.GroupGathering;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.Sample;
import io.peerwatch.detection.window.Tick;
import io.peerwatch.detection.window.TickCount;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.count.TaskCounts;
import io.peerwatch.streams.policy.GroupPlanning;
import io.peerwatch.streams.policy.GroupPlans;
import io.peerwatch.streams.policy.RefusedPolicies;
import io.peerwatch.streams.policy.Under;
import io.peerwatch.streams.source.Believed;
import io.peerwatch.streams.source.Rejects;
import io.peerwatch.streams.source.SourceRecord;
import io.peerwatch.streams.state.GroupStore;
import io.peerwatch.streams.state.StoreNames;
import io.peerwatch.streams.state.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Gathers samples into windows and forwards each window when it closes. The wall clock decides
 * nothing here: it only has ticks written to the log, which come back behind whatever was there
 * before.
 */
final class WindowProcessor implements Processor<String, Believed, Object, Object> {
  private final GroupPlanning planning;
  private final TickSettings ticking;
  private final FleetCounts fleet;
  private final WindowStage.Onwards onwards;

  private ProcessorContext<Object, Object> context;
  private KeyValueStore<String, byte[]> store;
  private GroupStore<GroupGathering> groups;
  private TickCount ticks;
  private GroupPlans plans;
  private RefusedPolicies refused;
  private TaskCounts counts;

  WindowProcessor(
      GroupPlanning planning,
      TickSettings ticking,
      FleetCounts fleet,
      WindowStage.Onwards onwards) {
    this.planning = planning;
    this.ticking = ticking;
    this.fleet = fleet;
    this.onwards = onwards;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    store = context.getStateStore(StoreNames.OPEN_WINDOWS);
    plans = planning.of(context);
    refused = planning.refused(context);
    WindowSettings settings = planning.defaults().window();
    groups =
        new GroupStore<>(
            store,
            group -> new GroupGathering(group, settings),
            (group, part, hosts) -> GroupGathering.read(group, part, hosts, settings));
    ticks = readTicks();
    counts = fleet.ofTask(context.taskId());
    fleet.takeOver(counts, openSamples());
    context.schedule(ticking.period(), PunctuationType.WALL_CLOCK_TIME, this::appendTick);
  }

  @Override
  public void process(Record<String, Believed> record) {
    refused.untold().forEach(this::forwardRefused);
    Believed believed = record.value();
    if (believed.heard() instanceof Sample sample) {
      gather(sample, believed.source());
    } else if (believed.heard() instanceof Tick tick) {
      pass(tick);
    }
  }

  private void gather(Sample sample, SourceRecord source) {
    String group = sample.group();
    if (!groups.knows(group) && groups.size() >= ticking.groupsMax()) {
      String message = "at most %d groups are taken by a partition".formatted(ticking.groupsMax());
      reject(source, RejectReason.TOO_MANY_GROUPS, message);
      return;
    }
    GroupGathering gathering = groups.of(group);
    gathering.follow(plans.of(group, () -> gathering.begunThrough(sample.timestamp())).windows());
    WindowSettings settings = planning.defaults().window();
    Acceptance acceptance = gathering.offer(sample, ticks.elapsedMillis());
    if (acceptance == Acceptance.TOO_MANY_HOSTS) {
      String message = "group %s has %d hosts, no more are taken";
      reject(source, RejectReason.TOO_MANY_HOSTS, message.formatted(group, settings.hostsMax()));
    } else if (acceptance == Acceptance.TOO_MANY_METRICS) {
      String message = "group %s has %d metrics, no more are taken";
      reject(
          source, RejectReason.TOO_MANY_METRICS, message.formatted(group, settings.metricsMax()));
    }
    counts.offered(acceptance);
    forwardAll(group, gathering::closeDue);
    counts.displaced(gathering.takeDisplaced());
    groups.save(group);
  }

  private void pass(Tick tick) {
    ticks.count(tick);
    store.put(Topics.TICK_KEY, StoredBytes.of(ticks::write));
    for (Map.Entry<String, GroupGathering> group : groups.all()) {
      GroupGathering gathering = group.getValue();
      gathering.follow(plan(group.getKey()).windows());
      forwardAll(group.getKey(), () -> gathering.closeSilent(ticks));
      counts.displaced(gathering.takeDisplaced());
      groups.save(group.getKey());
    }
  }

  private void forwardAll(String group, Supplier<GroupWindow> closing) {
    for (GroupWindow window = closing.get(); window != null; window = closing.get()) {
      long time = Math.max(0, Math.min(window.end(), context.currentSystemTimeMs()));
      GroupSettings settings = plan(group).at(window.start());
      var closed = new Under<>(settings.complete(window), settings);
      context.forward(new Record<>(group, closed, time), onwards.compare());
    }
  }

  private SettingsPlan plan(String group) {
    return plans.of(group, () -> groups.of(group).begunThrough(0));
  }

  private void forwardRefused(RejectedRecord policy) {
    byte[] key = Rejects.sourceKey(policy);
    long time = policy.getTimestamp().toEpochMilli();
    context.forward(new Record<>(key, policy, time), onwards.rejected());
  }

  private long openSamples() {
    long samples = 0;
    for (Map.Entry<String, GroupGathering> group : groups.all()) {
      samples += group.getValue().openSamples();
    }
    return samples;
  }

  private void appendTick(long wallClockMillis) {
    TickKey key = new TickKey(context.taskId().partition());
    context.forward(new Record<>(key, null, wallClockMillis), onwards.ticks());
  }

  private void reject(SourceRecord source, RejectReason reason, String message) {
    counts.rejected(reason);
    var rejected = Rejects.of(source, reason, message);
    context.forward(new Record<>(source.key(), rejected, source.timestamp()), onwards.rejected());
  }

  private TickCount readTicks() {
    byte[] stored = store.get(Topics.TICK_KEY);
    try {
      return stored == null
          ? new TickCount(ticking.gapMillis())
          : TickCount.read(StoredBytes.in(stored), ticking.gapMillis());
    } catch (IOException e) {
      throw new UncheckedIOException("The stored tick count ends too early", e);
    }
  }
}
