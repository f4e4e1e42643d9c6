package io.peerwatch.streams.compare;

import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.state.StoreNames;
import java.util.List;
import org.apache.kafka.streams.Topology;

/** Third step: is a host apart from its peers? */
public final class CompareStage {
  public static final String NAME = "compare";

  private CompareStage() {}

  /**
   * @param verdicts sink of group verdicts
   * @param readings sink of host readings
   * @param onwards nodes that take the judgement
   */
  public static void judge(
      Topology topology,
      DetectionSettings settings,
      StateStores stores,
      String parent,
      String verdicts,
      String readings,
      List<String> onwards) {
    topology.addProcessor(
        NAME, () -> new CompareProcessor(settings, verdicts, readings, onwards), parent);
    topology.addStateStore(stores.named(StoreNames.BASELINES), NAME);
  }
}
