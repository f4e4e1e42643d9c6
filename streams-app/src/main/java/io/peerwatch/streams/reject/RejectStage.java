package io.peerwatch.streams.reject;

import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.state.StoreNames;
import java.time.Duration;
import org.apache.kafka.streams.Topology;

/** Where all that is refused goes on its way to rejected-records, which it must not flood. */
public final class RejectStage {
  public static final String NAME = "reject";

  /** Of one partition in one span; the rest is counted. */
  public static final int LISTED_MAX = 500;

  public static final Duration SPAN = Duration.ofSeconds(5);

  private RejectStage() {}

  /**
   * Adds it behind the steps that refuse.
   *
   * @param listedMax of one partition in one span
   */
  public static void list(Topology topology, int listedMax, StateStores stores, String... parents) {
    topology.addProcessor(NAME, () -> new RejectProcessor(listedMax, SPAN), parents);
    topology.addStateStore(stores.named(StoreNames.REFUSED), NAME);
  }
}
