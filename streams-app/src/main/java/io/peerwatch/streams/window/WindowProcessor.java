package io.peerwatch.streams.window;

import io.peerwatch.detection.inventory.GroupInventory;
import io.peerwatch.detection.inventory.Role;
import io.peerwatch.detection.policy.GroupSettings;
import io.peerwatch.detection.policy.SettingsPlan;
import io.peerwatch.detection.window.Acceptance;
import io.peerwatch.detection.window.GroupGathering;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.Sample;
import io.peerwatch.detection.window.Tick;
import io.peerwatch.detection.window.WindowPlan;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.count.TaskCounts;
import io.peerwatch.streams.inventory.Inventories;
import io.peerwatch.streams.inventory.Listing;
import io.peerwatch.streams.policy.GroupPlanning;
import io.peerwatch.streams.policy.GroupPlans;
import io.peerwatch.streams.policy.RefusedPolicies;
import io.peerwatch.streams.policy.Under;
import io.peerwatch.streams.source.Believed;
import io.peerwatch.streams.source.BelievedStretch;
import io.peerwatch.streams.source.Rejects;
import io.peerwatch.streams.source.SourceRecord;
import io.peerwatch.streams.state.ForgottenGroup;
import io.peerwatch.streams.state.StoreNames;
import java.util.List;
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
final class WindowProcessor implements Processor<String, Object, Object, Object> {
  private final GroupPlanning planning;
  private final TickSettings ticking;
  private final FleetCounts fleet;
  private final boolean surviving;
  private final Rereading rereading;
  private final WindowStage.Onwards onwards;

  private ProcessorContext<Object, Object> context;
  private OpenGroups groups;
  private Inventories inventories;
  private GroupPlans plans;
  private RefusedPolicies refused;
  private TaskCounts counts;
  private boolean caughtUp;

  /**
   * @param surviving whether state outlives this process
   */
  WindowProcessor(
      GroupPlanning planning,
      TickSettings ticking,
      FleetCounts fleet,
      boolean surviving,
      Rereading rereading,
      WindowStage.Onwards onwards) {
    this.planning = planning;
    this.ticking = ticking;
    this.fleet = fleet;
    this.surviving = surviving;
    this.rereading = rereading;
    this.onwards = onwards;
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    KeyValueStore<String, byte[]> store = context.getStateStore(StoreNames.OPEN_WINDOWS);
    WindowSettings settings = planning.defaults().window();
    inventories = new Inventories(context.getStateStore(StoreNames.INVENTORY));
    Checkpoints checkpoints = surviving ? new Checkpoints(store) : null;
    groups = new OpenGroups(settings, ticking, checkpoints, inventories::of);
    plans = planning.of(context, group -> inventories.of(group).role());
    refused = planning.refused(context);
    counts = fleet.ofTask(context.taskId());
    caughtUp = groups.isFresh();
    context.schedule(ticking.period(), PunctuationType.WALL_CLOCK_TIME, this::appendTick);
  }

  @Override
  public void process(Record<String, Object> record) {
    List<RejectedRecord> untold = refused.untold();
    if (!untold.isEmpty()) {
      untold.forEach(this::forwardRefused);
    }
    if (record.value() instanceof BelievedStretch stretch) {
      for (Believed believed : stretch.believed()) {
        hear(believed, believed.source());
      }
    } else if (record.value() instanceof Listing listing) {
      list(listing);
    }
  }

  /** Changes what the next window that closes is asked, and no window that waits for samples. */
  private void list(Listing listing) {
    int hostsMax = planning.defaults().window().hostsMax();
    GroupInventory inventory = inventories.of(listing.group());
    boolean isNew = listing.known() != null && !inventory.listed().contains(listing.host());
    if (isNew && inventory.listed().size() >= hostsMax) {
      String message = "group %s has %d hosts in the inventory, no more are taken";
      forwardRefused(
          Rejects.of(
              listing.source(),
              RejectReason.TOO_MANY_HOSTS,
              message.formatted(listing.group(), hostsMax)));
      return;
    }
    Role before = inventory.role();
    inventories.hear(listing);
    if (!inventory.role().equals(before)) {
      plans.makeAnew(listing.group());
    }
  }

  private void hear(Believed believed, SourceRecord source) {
    if (!caughtUp) {
      rereading.catchUp(groups, source, (gathering, time) -> planBefore(gathering.group()));
      caughtUp = true;
      fleet.takeOver(counts, groups.openSamples());
    }
    counts.causedAt(source.timestamp());
    if (believed.heard() instanceof Sample sample) {
      gather(sample, source);
    } else if (believed.heard() instanceof Tick tick) {
      pass(tick, source);
    }
    groups.heardUpTo(source.offset() + 1);
  }

  private void gather(Sample sample, SourceRecord source) {
    String group = sample.group();
    if (groups.refuses(group)) {
      String message = "at most %d groups are taken by a partition".formatted(ticking.groupsMax());
      reject(source, RejectReason.TOO_MANY_GROUPS, message);
      return;
    }
    Acceptance acceptance = groups.hear(sample, source.offset(), this::plan);
    WindowSettings settings = planning.defaults().window();
    counts.offered(acceptance);
    if (acceptance == Acceptance.TOO_MANY_HOSTS) {
      String message = "group %s has %d hosts, no more are taken";
      reject(source, RejectReason.TOO_MANY_HOSTS, message.formatted(group, settings.hostsMax()));
    } else if (acceptance == Acceptance.TOO_MANY_METRICS) {
      String message = "group %s has %d metrics, no more are taken";
      reject(
          source, RejectReason.TOO_MANY_METRICS, message.formatted(group, settings.metricsMax()));
    } else {
      GroupGathering gathering = groups.gathering(group);
      forwardAll(group, gathering::closeDue, source);
      counts.displaced(gathering.takeDisplaced());
    }
  }

  private void pass(Tick tick, SourceRecord source) {
    groups.pass(tick);
    for (String group : groups.byName()) {
      GroupGathering gathering = groups.gathering(group);
      groups.follow(group, plan(gathering, 0), source.offset() + 1);
      if (gathering.goBack(groups.ticks())) {
        groups.keep(group, source.offset() + 1);
      }
      forwardAll(group, () -> gathering.closeSilent(groups.ticks()), source);
      counts.displaced(gathering.takeDisplaced());
    }
    groups.keepProgress(source.offset() + 1);
    List<String> over = groups.over();
    if (!over.isEmpty()) {
      over.forEach(this::forget);
      groups.forget(over, source.offset() + 1);
    }
  }

  private void forget(String group) {
    long at = groups.gathering(group).silentThrough(groups.ticks());
    var forgotten = new Record<String, Object>(group, new ForgottenGroup(at), recordTime(at));
    context.forward(forgotten, onwards.compare());
    plans.forget(group);
    inventories.forget(group);
  }

  private long recordTime(long windowEnd) {
    return Math.max(0, Math.min(windowEnd, context.currentSystemTimeMs()));
  }

  private void forwardAll(String group, Supplier<GroupWindow> closing, SourceRecord source) {
    GroupWindow window = closing.get();
    if (window == null) {
      return;
    }
    for (; window != null; window = closing.get()) {
      long time = recordTime(window.end());
      GroupSettings holding = plans.of(group, () -> begun(group)).at(window.start());
      GroupInventory inventory = inventories.of(group);
      GroupWindow complete = holding.complete(inventory.complete(window));
      var closed = new Under<>(complete, holding, inventory);
      context.forward(new Record<>(group, closed, time), onwards.compare());
    }
    inventories.forgetEnded(group, groups.gathering(group)::knows);
    groups.keep(group, source.offset() + 1);
  }

  private WindowPlan plan(GroupGathering gathering, long timestamp) {
    return plans.of(gathering.group(), () -> gathering.begunThrough(timestamp)).windows();
  }

  private long begun(String group) {
    return groups.gathering(group).begunThrough(0);
  }

  private WindowPlan planBefore(String group) {
    KeyValueStore<String, byte[]> store = context.getStateStore(StoreNames.PLANS);
    SettingsPlan stored = GroupPlans.stored(store, group);
    return stored == null ? WindowPlan.always(planning.defaults().window()) : stored.windows();
  }

  private void forwardRefused(RejectedRecord policy) {
    byte[] key = Rejects.sourceKey(policy);
    long time = policy.getTimestamp().toEpochMilli();
    context.forward(new Record<>(key, policy, time), onwards.rejected());
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
}
