package io.peerwatch.streams.compare;

import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.MetricReadings;
import io.peerwatch.detection.window.GroupWindow;
import java.util.function.Consumer;

/**
 * The readings of one metric in one window, or as many hosts of them as a record may have.
 *
 * @param chunk counts from 0
 * @param from first host of the readings that it has
 * @param to the one after its last
 */
public record ReadingChunk(
    GroupWindow window, MetricReadings metric, int chunk, int chunks, int from, int to) {
  /** At 245 bytes a host at the most (a name of 200 and five doubles) a chunk stays at 735 kB. */
  static final int HOSTS_MAX = 3_000;

  static void each(GroupJudgement judgement, Consumer<ReadingChunk> each) {
    for (MetricReadings metric : judgement.readings()) {
      int hosts = metric.hosts().size();
      int chunks = Math.max(1, (hosts + HOSTS_MAX - 1) / HOSTS_MAX);
      for (int chunk = 0; chunk < chunks; chunk++) {
        int from = chunk * HOSTS_MAX;
        int to = Math.min(hosts, from + HOSTS_MAX);
        each.accept(new ReadingChunk(judgement.window(), metric, chunk, chunks, from, to));
      }
    }
  }
}
