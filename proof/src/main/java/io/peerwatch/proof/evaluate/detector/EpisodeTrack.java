package io.peerwatch.proof.evaluate.detector;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.streams.score.Alarm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Episodes of hosts whose score reaches a threshold; each ends after some windows under it. */
public final class EpisodeTrack {
  private static final class Open {
    long startMillis;
    long openedMillis;
    long overUntilMillis;
    int calm;
  }

  /** Windows under the threshold after which an episode is over. */
  public static final int CALM_WINDOWS = 6;

  private final double threshold;
  private final Map<String, Open> open = new HashMap<>();
  private final List<Alarm> closed = new ArrayList<>();
  private String group = "";

  public EpisodeTrack(double threshold) {
    this.threshold = threshold;
  }

  public void step(GroupWindow window, double[] scores) {
    group = window.group();
    for (int h = 0; h < scores.length; h++) {
      String host = window.hosts().get(h).host();
      Open episode = open.get(host);
      if (scores[h] >= threshold) {
        if (episode == null) {
          episode = new Open();
          episode.startMillis = window.start();
          episode.openedMillis = window.end();
          open.put(host, episode);
        }
        episode.overUntilMillis = window.end();
        episode.calm = 0;
      } else if (episode != null && ++episode.calm >= CALM_WINDOWS) {
        closed.add(alarm(host, episode, episode.overUntilMillis));
        open.remove(host);
      }
    }
  }

  public int opened() {
    return closed.size() + open.size();
  }

  /** In the order of opening; those still open end at the time given. */
  public List<Alarm> alarms(long endMillis) {
    List<Alarm> all = new ArrayList<>(closed);
    open.forEach((host, episode) -> all.add(alarm(host, episode, endMillis)));
    all.sort(java.util.Comparator.comparingLong(Alarm::openedMillis).thenComparing(Alarm::host));
    return all;
  }

  private Alarm alarm(String host, Open episode, long endMillis) {
    return new Alarm(
        group,
        host,
        List.of(),
        episode.startMillis,
        episode.openedMillis,
        endMillis,
        true,
        List.of());
  }
}
