package io.peerwatch.proof.evaluate.baseline;

import com.amazon.randomcutforest.RandomCutForest;
import io.peerwatch.detection.window.GroupWindow;
import java.util.HashMap;
import java.util.Map;

/**
 * Amazon's random cut forest over each host's residual against its peers, a forest per host (Guha
 * and others, ICML 2016).
 */
final class CutForest implements HostScorer {
  private static final int TREES = 30;

  private final Residuals residuals = new Residuals();
  private final Map<String, RandomCutForest> forests = new HashMap<>();

  @Override
  public void score(GroupWindow window, double[] scores) {
    double[][] rests = residuals.of(window);
    for (int h = 0; h < scores.length; h++) {
      if (rests[h] == null) {
        scores[h] = Double.NaN;
        continue;
      }
      int metrics = rests[h].length;
      var forest =
          forests.computeIfAbsent(window.hosts().get(h).host(), host -> forest(host, metrics));
      float[] point = new float[metrics];
      for (int m = 0; m < metrics; m++) {
        point[m] = (float) rests[h][m];
      }
      scores[h] = forest.getAnomalyScore(point);
      forest.update(point);
    }
  }

  private static RandomCutForest forest(String host, int metrics) {
    return RandomCutForest.builder()
        .dimensions(metrics)
        .numberOfTrees(TREES)
        .sampleSize(256)
        .randomSeed(host.hashCode())
        .build();
  }
}
