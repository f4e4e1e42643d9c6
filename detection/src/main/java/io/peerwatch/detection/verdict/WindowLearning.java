package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.ColumnLearning;
import io.peerwatch.detection.baseline.GroupBaseline;
import io.peerwatch.detection.baseline.HostBaseline;
import io.peerwatch.detection.baseline.LearningSteps;
import io.peerwatch.detection.baseline.Lowest;
import io.peerwatch.detection.baseline.MetricColumn;
import io.peerwatch.detection.metric.MetricTable;
import java.util.Arrays;

/**
 * Lets the baselines of a group learn from a window: by columns where hosts are well known, one by
 * one where they are not.
 */
final class WindowLearning {

  /** Values of a metric until its smallest difference that matters is left to {@link Refresh}. */
  private static final double FLOOR_LEARNT = 16;

  /** A deviation counts for the spread of the day with so many spreads at most. */
  private static final float RATIO_MAX = 4;

  /** Stands for the host of a place that does not report. */
  private static final int ABSENT = -1;

  private static final float SD_PER_MAD = 1.2533f;

  private final ColumnLearning columns = new ColumnLearning();
  private final Lowest lowest = new Lowest();
  private float[] teaches = new float[0];
  private float[] factorOfPlace = new float[0];
  private int[] hostAt = new int[0];
  private float[] factor = new float[0];
  private float[] kept = new float[0];
  private float[] ratio = new float[0];

  /** By place: 1 where others may learn from the host, else 0, as of suspects. */
  float[] teaches() {
    return teaches;
  }

  void learn(Comparison now, MetricTable table, LearningSteps steps, GroupBaseline group) {
    makeRoom(now);
    int places = now.baselines.hosts();
    Arrays.fill(teaches, 0, places, 0);
    Arrays.fill(factorOfPlace, 0, places, 0);
    Arrays.fill(hostAt, 0, places, ABSENT);
    for (int h = 0; h < now.hosts; h++) {
      int at = now.place[h];
      hostAt[at] = h;
      teaches[at] = now.records[h].suspect ? 0 : 1;
      factorOfPlace[at] = now.records[h].learningFactor(1 / steps.windowsPerDay());
    }
    group.countWindow();
    for (int m = 0; m < now.metrics; m++) {
      group.learnMagnitude(m, now.largest[m], steps);
      learnSpreadOfDay(now, m, group, steps);
      learnOneByOne(now, m, table, steps, group);
      columns.learn(m, now.baselines, now.column(m), factor, kept, now.day, steps, group);
    }
  }

  private void makeRoom(Comparison now) {
    int places = now.baselines.hosts();
    if (factor.length < places) {
      teaches = new float[places];
      factorOfPlace = new float[places];
      hostAt = new int[places];
      factor = new float[places];
      kept = new float[places];
      ratio = new float[places];
    }
  }

  private void learnSpreadOfDay(Comparison now, int m, GroupBaseline group, LearningSteps steps) {
    MetricColumn column = now.column(m);
    int from = now.teachers(group).from;
    int to = now.teachers(group).to;
    divide(column.d, column.s, from, to);
    double ratios = 0;
    int known = 0;
    for (int at = from; at < to; at++) {
      if (teaches[at] > 0 && !Float.isNaN(ratio[at])) {
        ratios += ratio[at];
        known++;
      }
    }
    if (known > 0) {
      group.learnDaySpread(m, ratios / known, now.day, steps);
    }
  }

  private void divide(float[] d, float[] s, int from, int to) {
    float[] ratios = ratio;
    for (int i = from; i < to; i++) {
      ratios[i] = Math.min(RATIO_MAX, Math.abs(d[i]) * SD_PER_MAD / s[i]);
    }
  }

  /** Lets those learn that columns are not for, and says for whom they are. */
  private void learnOneByOne(
      Comparison now, int m, MetricTable table, LearningSteps steps, GroupBaseline group) {
    MetricColumn column = now.column(m);
    float[] seen = now.baselines.seen(m);
    System.arraycopy(factorOfPlace, 0, factor, 0, seen.length);
    Arrays.fill(kept, 0, seen.length, 1);
    float known = (float) ColumnLearning.knownFrom(steps, group);
    if (now.deviations.whole(m) && lowest.allAtLeast(known, seen, 0, seen.length)) {
      for (int i = 0; i < now.present.absentHosts; i++) {
        factor[now.present.absentPlaces[i]] = 0;
        forget(column, now.present.absentPlaces[i]);
      }
    } else {
      learnEach(now, m, table, steps, group, known);
    }
    boolean sparse = now.evidence.repeats.mayBeSparse(m);
    for (int at = 0; at < seen.length && sparse; at++) {
      kept[at] = factor[at] > 0 && now.evidence.repeats.sparse(at, m) ? 0 : 1;
    }
  }

  private void learnEach(
      Comparison now,
      int m,
      MetricTable table,
      LearningSteps steps,
      GroupBaseline group,
      float known) {
    MetricColumn column = now.column(m);
    float[] seen = now.baselines.seen(m);
    for (int at = 0; at < seen.length; at++) {
      if (Float.isNaN(column.d[at]) || seen[at] < known) {
        factor[at] = 0;
        if (hostAt[at] != ABSENT && !Double.isNaN(column.y[at])) {
          learn(now, hostAt[at], m, table, steps, group);
        }
        if (Float.isNaN(column.d[at])) {
          forget(column, at);
        }
      }
    }
  }

  /** Nothing is learned from zeros with a factor of 0. */
  private static void forget(MetricColumn column, int at) {
    column.u[at] = 0;
    column.scale[at] = 0;
    column.c[at] = 0;
    column.d[at] = 0;
    column.s[at] = 0;
  }

  private void learn(
      Comparison now, int h, int m, MetricTable table, LearningSteps steps, GroupBaseline group) {
    HostBaseline baseline = now.records[h].baseline;
    double y = now.y(h, m);
    if (baseline.seen(m) < FLOOR_LEARNT) {
      double mean = baseline.seen(m) < 1 ? y : baseline.mean(m);
      baseline.setFloor(m, Refresh.floor(table.get(m), mean, group.magnitude(m)));
    }
    if (baseline.seen(m) < 1) {
      baseline.begin(m, y, group);
    } else if (Float.isNaN(now.d(h, m))) {
      baseline.learnAlone(m, y, steps);
    } else {
      boolean sparse = now.evidence.repeats.sparse(now.place[h], m);
      float factor = factorOfPlace[now.place[h]];
      baseline.learn(
          m, y, now.c(h, m), now.d(h, m), now.s(h, m), factor, sparse, now.day, steps, group);
    }
  }
}
