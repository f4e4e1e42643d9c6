package io.peerwatch.streams.ledger;

import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.state.StoreNames;
import org.apache.kafka.streams.Topology;

/** Last step of an alert: was it one of those that the budget allows? */
public final class LedgerStage {
  public static final String NAME = "ledger";

  private LedgerStage() {}

  /** Adds the ledger. */
  public static void count(
      Topology topology, StateStores stores, FleetCounts counts, String parent) {
    topology.addProcessor(NAME, () -> new LedgerProcessor(counts), parent);
    topology.addStateStore(stores.named(StoreNames.LEDGER), NAME);
  }
}
