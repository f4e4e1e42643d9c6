package io.peerwatch.streams.capacity;

import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.state.StoreNames;
import org.apache.kafka.streams.Topology;

/** Beside the alerts: how much room is left. */
public final class CapacityStage {
  public static final String NAME = "capacity";

  private CapacityStage() {}

  public static void measure(Topology topology, StateStores stores, String parent) {
    topology.addProcessor(NAME, CapacityProcessor::new, parent);
    topology.addStateStore(stores.named(StoreNames.CAPACITY), NAME);
  }
}
