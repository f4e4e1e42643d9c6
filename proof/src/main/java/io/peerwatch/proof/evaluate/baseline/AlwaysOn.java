package io.peerwatch.proof.evaluate.baseline;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.proof.evaluate.detector.Detector;
import io.peerwatch.proof.evaluate.detector.EpisodeTrack;
import io.peerwatch.streams.score.Alarm;
import java.util.List;

/**
 * A control without a threshold: alerts on every host at the end of the history and never stops. A
 * way of scoring that it does well by is worth nothing.
 */
final class AlwaysOn implements Detector {
  private final EpisodeTrack track = new EpisodeTrack(1);
  private final long historyEndMillis;
  private double[] scores = new double[0];

  AlwaysOn(long historyEndMillis) {
    this.historyEndMillis = historyEndMillis;
  }

  @Override
  public void judge(GroupWindow window) {
    scores = new double[window.hosts().size()];
    java.util.Arrays.fill(scores, 1);
    if (window.start() >= historyEndMillis) {
      track.step(window, scores);
    }
  }

  @Override
  public List<Alarm> alarms(int budget, long endMillis) {
    return track.alarms(endMillis);
  }

  @Override
  public double[] scores() {
    return scores;
  }
}
