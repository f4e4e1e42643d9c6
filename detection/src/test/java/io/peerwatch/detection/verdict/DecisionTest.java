package io.peerwatch.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.evidence.HostTrails;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.window.GroupWindow;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {
  private static final long WINDOW = 300_000L;
  private static final int HOSTS = 3;
  private static final int WINDOWS = 2_000;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldLearnTheScoresThresholdFromTheHighestScoreWhoeverHasTheMostEvidence(long seed) {
    assertThat(thresholdLearnt(seed, true)).isEqualTo(thresholdLearnt(seed, false)).isFinite();
  }

  /**
   * The threshold of scores after windows in which hosts deviate at random.
   *
   * @param trailing whether the host of the lowest score has the most evidence, as one that trails
   */
  private static double thresholdLearnt(long seed, boolean trailing) {
    Random random = new Random(seed);
    GroupMemory memory = new GroupMemory(MetricDictionary.standard());
    memory.solvedAt = 1;
    Scores scores = new Scores();
    scores.makeRoom(HOSTS);
    Comparison now = known();
    DetectionSettings settings = DetectionSettings.of(WINDOW);
    for (int w = 0; w < WINDOWS; w++) {
      for (int i = 0; i < HOSTS * HostTrails.CHANNELS; i++) {
        scores.fresh[i] = Math.abs(random.nextGaussian());
        scores.channels[i] = scores.fresh[i];
      }
      for (int h = 0; h < HOSTS; h++) {
        scores.score[h] = memory.lone.score(scores.channels, h * HostTrails.CHANNELS);
        scores.ratio[h] = trailing ? -scores.score[h] : scores.score[h];
      }
      scores.rank(HOSTS);
      new Decision(window(w), now, scores, memory, settings).learn();
    }
    memory.lone.solve(7, 1);
    return memory.lone.threshold();
  }

  private static Comparison known() {
    Comparison now = new Comparison();
    now.atEqualWork.follow(DetectionSettings.NO_WORK);
    now.hosts = HOSTS;
    now.records = new HostRecord[HOSTS];
    for (int h = 0; h < HOSTS; h++) {
      now.records[h] = new HostRecord("web-" + h);
      now.records[h].compared = 1_000;
    }
    return now;
  }

  private static GroupWindow window(int w) {
    return new GroupWindow("web", w * WINDOW, (w + 1) * WINDOW, List.of(), List.of(), 0, false);
  }
}
