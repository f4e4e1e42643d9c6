package io.peerwatch.streams.alert;

import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.state.StoreNames;
import org.apache.kafka.streams.Topology;

/** Fourth step: is it still apart? One episode, one alert. */
public final class AlertStage {
  public static final String NAME = "alert";

  private AlertStage() {}

  /**
   * Adds the book of episodes. What it raised is remembered in a store that another step has added,
   * so that feedback on it can be understood.
   *
   * @param alerts sink of alerts
   * @param onwards node that takes what a window did to the episodes
   */
  public static void raise(
      Topology topology,
      StateStores stores,
      FleetCounts counts,
      String parent,
      String alerts,
      String onwards) {
    topology.addProcessor(NAME, () -> new AlertProcessor(counts, alerts, onwards), parent);
    topology.addStateStore(stores.named(StoreNames.EPISODES), NAME);
    topology.connectProcessorAndStateStores(NAME, StoreNames.RAISED_ALERTS, StoreNames.PLANS);
  }
}
