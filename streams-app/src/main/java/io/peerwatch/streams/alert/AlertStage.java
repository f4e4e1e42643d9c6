package io.peerwatch.streams.alert;

import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.state.StoreNames;
import org.apache.kafka.streams.Topology;

/** Fourth step: is it still apart? One episode, one alert. */
public final class AlertStage {
  public static final String NAME = "alert";

  private AlertStage() {}

  public static void raise(Topology topology, StateStores stores, String parent) {
    topology.addProcessor(NAME, AlertProcessor::new, parent);
    topology.addStateStore(stores.named(StoreNames.EPISODES), NAME);
  }
}
