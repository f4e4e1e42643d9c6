package io.peerwatch.streams.window;

import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.policy.GroupPlanning;
import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.state.StoreNames;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/** Second step: from samples to one closed window per group, by the group's own clock. */
public final class WindowStage {
  public static final String NAME = "window";
  private static final String TICKS = "to-ticks";

  /** Names of the nodes that a window forwards to. */
  record Onwards(String compare, String ticks, String rejected) {}

  private WindowStage() {}

  /**
   * @param rereading how samples of windows that were open come back
   * @param samples the step that believes them
   * @param inventory the step that believes who belongs to a group
   */
  public static void gather(
      Topology topology,
      String samplesTopic,
      GroupPlanning planning,
      TickSettings ticking,
      StateStores stores,
      FleetCounts counts,
      Rereading rereading,
      String samples,
      String inventory,
      String onwards,
      String rejected) {
    Onwards names = new Onwards(onwards, TICKS, rejected);
    topology.addProcessor(
        NAME,
        () -> new WindowProcessor(planning, ticking, counts, stores.survive(), rereading, names),
        samples,
        inventory);
    topology.addStateStore(stores.named(StoreNames.OPEN_WINDOWS), NAME);
    topology.addStateStore(stores.named(StoreNames.PLANS), NAME);
    topology.addStateStore(stores.named(StoreNames.INVENTORY), NAME);
    topology.addSink(
        TICKS,
        samplesTopic,
        TickKey.serializer(),
        new ByteArraySerializer(),
        TickKey.partitioner(),
        NAME);
  }
}
