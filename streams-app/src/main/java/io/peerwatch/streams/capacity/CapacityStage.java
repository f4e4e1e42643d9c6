package io.peerwatch.streams.capacity;

import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.state.StoreNames;
import org.apache.kafka.streams.Topology;

/** Beside the alerts: how much room is left. */
public final class CapacityStage {
  public static final String NAME = "capacity";

  private CapacityStage() {}

  public static void measure(
      Topology topology, StateStores stores, FleetCounts counts, String parent) {
    topology.addProcessor(NAME, () -> new CapacityProcessor(counts), parent);
    topology.addStateStore(stores.named(StoreNames.CAPACITY), NAME);
  }
}
