package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.ColumnLearning;
import io.peerwatch.detection.baseline.GroupBaseline;
import io.peerwatch.detection.baseline.HostBaseline;
import io.peerwatch.detection.baseline.LearningSteps;
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
  private static final double RATIO_MAX = 4;

  private static final double SD_PER_MAD = 1.2533;

  private final ColumnLearning columns = new ColumnLearning();
  private boolean[] teaches = new boolean[0];
  private double[] factorOfHost = new double[0];
  private double[] factor = new double[0];
  private double[] kept = new double[0];

  /** By host, whether others may learn from it: no suspect. */
  boolean[] teaches() {
    return teaches;
  }

  void learn(Comparison now, MetricTable table, LearningSteps steps, GroupBaseline group) {
    makeRoom(now);
    for (int h = 0; h < now.hosts; h++) {
      teaches[h] = !now.records[h].suspect;
      factorOfHost[h] = now.records[h].learningFactor(1 / steps.windowsPerDay());
    }
    group.countWindow();
    for (int m = 0; m < now.metrics; m++) {
      group.learnMagnitude(m, now.largest[m], steps);
      learnSpreadOfDay(now, m, group, steps);
      learnOneByOne(now, m, table, steps, group);
      columns.learn(m, now.baselines, now.column(m), factor, kept, now.day, steps);
    }
  }

  private void makeRoom(Comparison now) {
    if (teaches.length < now.hosts) {
      teaches = new boolean[now.hosts];
      factorOfHost = new double[now.hosts];
    }
    int places = now.baselines.hosts();
    if (factor.length < places) {
      factor = new double[places];
      kept = new double[places];
    }
  }

  private void learnSpreadOfDay(Comparison now, int m, GroupBaseline group, LearningSteps steps) {
    MetricColumn column = now.column(m);
    double ratios = 0;
    int known = 0;
    for (int h = 0; h < now.hosts; h++) {
      int at = now.place[h];
      if (teaches[h] && !Double.isNaN(column.z[at]) && column.s[at] > 0) {
        ratios += Math.min(RATIO_MAX, Math.abs(column.d[at]) * SD_PER_MAD / column.s[at]);
        known++;
      }
    }
    if (known > 0) {
      group.learnDaySpread(m, ratios / known, now.day, steps);
    }
  }

  /** Lets those learn that columns are not for, and says for whom they are. */
  private void learnOneByOne(
      Comparison now, int m, MetricTable table, LearningSteps steps, GroupBaseline group) {
    MetricColumn column = now.column(m);
    double[] seen = now.baselines.seen(m);
    if (now.hosts < seen.length) {
      Arrays.fill(factor, 0, seen.length, 0);
      Arrays.fill(kept, 0, seen.length, 1);
    }
    boolean sparse = now.sparse[m];
    double known = ColumnLearning.knownFrom(steps, group);
    for (int h = 0; h < now.hosts; h++) {
      int at = now.place[h];
      boolean judged = !Double.isNaN(column.d[at]);
      boolean byColumn = judged && seen[at] >= known;
      factor[at] = byColumn ? factorOfHost[h] : 0;
      kept[at] = sparse && byColumn && now.records[h].repeats.sparse(m) ? 0 : 1;
      if (!byColumn && !Double.isNaN(column.y[at])) {
        learn(now, h, m, table, steps, group);
      }
      if (!judged) {
        forget(column, at);
      }
    }
    for (int at = 0; at < seen.length && now.hosts < seen.length; at++) {
      if (Double.isNaN(column.d[at])) {
        forget(column, at);
      }
    }
  }

  /** Nothing is learned from zeros with a factor of 0. */
  private static void forget(MetricColumn column, int at) {
    column.y[at] = 0;
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
    } else if (Double.isNaN(now.d(h, m))) {
      baseline.learnAlone(m, y, steps);
    } else {
      boolean sparse = now.records[h].repeats.sparse(m);
      double factor = factorOfHost[h];
      baseline.learn(
          m, y, now.c(h, m), now.d(h, m), now.s(h, m), factor, sparse, now.day, steps, group);
    }
  }
}
