package io.peerwatch.streams.compare;

import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.state.StoreNames;
import org.apache.kafka.streams.Topology;

/** Third step: is a host apart from its peers? */
public final class CompareStage {
  public static final String NAME = "compare";

  private CompareStage() {}

  /**
   * @param verdicts sink of group verdicts
   * @param readings sink of host readings
   * @param alert node that takes judgements, and lessons that were learned
   * @param capacity node that takes judgements
   * @param parents nodes that windows and lessons come from
   */
  public static void judge(
      Topology topology,
      DetectionSettings settings,
      StateStores stores,
      FleetCounts counts,
      String verdicts,
      String readings,
      String alert,
      String capacity,
      String... parents) {
    topology.addProcessor(
        NAME,
        () ->
            new CompareProcessor(
                settings, stores.survive(), counts, verdicts, readings, alert, capacity),
        parents);
    topology.addStateStore(stores.named(StoreNames.BASELINES), NAME);
  }
}
