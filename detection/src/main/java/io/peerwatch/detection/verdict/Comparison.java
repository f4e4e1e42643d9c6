package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.GroupBaseline;
import io.peerwatch.detection.baseline.HostBaseline;
import io.peerwatch.detection.baseline.LearningSteps;
import io.peerwatch.detection.baseline.TimeOfDay;
import io.peerwatch.detection.evidence.Persistence;
import io.peerwatch.detection.evidence.Whitening;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.metric.MetricInfo;
import io.peerwatch.detection.metric.MetricTable;
import io.peerwatch.detection.metric.Transform;
import io.peerwatch.detection.peers.PeerMedians;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of one window: every reporting host against its peers on every metric. Arrays run
 * over hosts, then metrics ({@code host * metrics + metric}); NaN is what can't be told. They are
 * reused from window to window.
 */
final class Comparison {

  /** Values of a metric before its host is a peer of others on it. */
  private static final int PEER_FROM = 10;

  private static final double Z_CLIP = 16;

  /** Values of a metric until its smallest difference that matters is left to {@link Refresh}. */
  private static final double FLOOR_LEARNT = 16;

  private final PeerMedians medians = new PeerMedians();
  private boolean[] isPeer = new boolean[0];
  private double[] column = new double[0];

  int hosts;
  int metrics;
  int metricsJudged;
  TimeOfDay day;
  HostRecord[] records = new HostRecord[0];
  double[] raw = new double[0];
  double[] y = new double[0];
  double[] c = new double[0];
  double[] d = new double[0];
  double[] s = new double[0];
  double[] z = new double[0];
  double[] w = new double[0];

  /** By host: the longest run of one value as a ratio of what would be odd. */
  double[] stuck = new double[0];

  /** Median of all peers by metric, in standard units; NaN where none told. */
  double[] groupMedian = new double[0];

  /** Fills all arrays from a window. */
  void run(
      GroupWindow window,
      List<HostWindow> reporting,
      HostRecord[] theirs,
      MetricTable table,
      GroupBaseline group,
      Whitening whitening) {
    hosts = reporting.size();
    metrics = table.size();
    day = TimeOfDay.at(window.start());
    records = theirs;
    makeRoom();
    int[] numbers = table.numbersOf(window.metrics());
    int coresAt = window.metrics().indexOf(MetricDictionary.CORES);
    for (int h = 0; h < hosts; h++) {
      transform(h, reporting.get(h).values(), numbers, coresAt, table);
    }
    metricsJudged = 0;
    for (int m = 0; m < metrics; m++) {
      compare(m, group);
    }
    for (int h = 0; h < hosts; h++) {
      whitening.apply(z, w, h * metrics, metrics);
    }
  }

  private void makeRoom() {
    int cells = hosts * metrics;
    if (y.length < cells) {
      raw = new double[cells];
      y = new double[cells];
      c = new double[cells];
      d = new double[cells];
      s = new double[cells];
      z = new double[cells];
      w = new double[cells];
    }
    if (isPeer.length < hosts) {
      isPeer = new boolean[hosts];
      column = new double[hosts];
      stuck = new double[hosts];
    }
    groupMedian = Doubles.grown(groupMedian, metrics, Double.NaN);
    Arrays.fill(raw, 0, cells, Double.NaN);
    Arrays.fill(y, 0, cells, Double.NaN);
    Arrays.fill(c, 0, cells, Double.NaN);
    Arrays.fill(d, 0, cells, Double.NaN);
    Arrays.fill(s, 0, cells, Double.NaN);
    Arrays.fill(z, 0, cells, Double.NaN);
    Arrays.fill(w, 0, cells, Double.NaN);
  }

  private void transform(int h, double[] values, int[] numbers, int coresAt, MetricTable table) {
    HostRecord record = records[h];
    if (coresAt >= 0 && values[coresAt] >= 1) {
      record.cores = values[coresAt];
    }
    for (int i = 0; i < numbers.length; i++) {
      int m = numbers[i];
      if (m == MetricTable.NOT_COMPARED || Double.isNaN(values[i])) {
        continue;
      }
      MetricInfo info = table.get(m);
      double value = info.transform() == Transform.PER_CORE ? values[i] / record.cores : values[i];
      raw[h * metrics + m] = value;
      y[h * metrics + m] = info.transform().apply(value, info.floor());
    }
  }

  private void compare(int m, GroupBaseline group) {
    double from = peerFrom(m);
    for (int h = 0; h < hosts; h++) {
      HostBaseline baseline = records[h].baseline;
      double value = y[h * metrics + m];
      boolean known = !Double.isNaN(value) && baseline.seen(m) >= 1;
      column[h] = known ? baseline.normalised(m, value) : Double.NaN;
      isPeer[h] = known && !records[h].suspect && baseline.seen(m) >= from;
    }
    medians.of(column, isPeer, hosts);
    groupMedian[m] = medians.full();
    if (medians.count() < 2) {
      return;
    }
    metricsJudged++;
    for (int h = 0; h < hosts; h++) {
      if (!Double.isNaN(column[h])) {
        int at = h * metrics + m;
        HostBaseline baseline = records[h].baseline;
        c[at] = isPeer[h] ? medians.without(column[h]) : medians.full();
        d[at] = column[h] - baseline.expected(m, c[at], day);
        s[at] = baseline.spreadAt(m, day, group);
        z[at] = s[at] > 0 ? Doubles.clip(d[at] / s[at], Z_CLIP) : 0;
      }
    }
  }

  /** A newcomer is no peer yet, unless all are newcomers. */
  private double peerFrom(int m) {
    double longest = 1;
    for (int h = 0; h < hosts; h++) {
      longest = Math.max(longest, records[h].baseline.seen(m) / 2);
    }
    return Math.min(PEER_FROM, longest);
  }

  /** How much two hosts lately deviate in the same metrics the same way: the cosine, -1..1. */
  double alike(int a, int b) {
    double common = 0;
    double squareA = 0;
    double squareB = 0;
    for (int m = 0; m < metrics; m++) {
      double wa = records[a].trail.recent(m);
      double wb = records[b].trail.recent(m);
      common += wa * wb;
      squareA += wa * wa;
      squareB += wb * wb;
    }
    return squareA > 0 && squareB > 0 ? common / Math.sqrt(squareA * squareB) : 0;
  }

  /** Lets baselines and whitening learn from this window. */
  void learn(
      MetricTable table,
      LearningSteps steps,
      GroupBaseline group,
      Whitening whitening,
      Persistence persistence) {
    group.countWindow();
    for (int m = 0; m < metrics; m++) {
      group.learnMagnitude(m, largest(m), steps);
      double ratios = 0;
      int known = 0;
      for (int h = 0; h < hosts; h++) {
        int at = h * metrics + m;
        if (Double.isNaN(y[at])) {
          continue;
        }
        learnHost(h, m, table, steps, group);
        if (!Double.isNaN(z[at]) && !records[h].suspect && s[at] > 0) {
          ratios += Math.min(4, Math.abs(d[at]) * 1.2533 / s[at]);
          known++;
        }
      }
      if (known > 0) {
        group.learnDaySpread(m, ratios / known, day, steps);
      }
    }
    for (int h = 0; h < hosts; h++) {
      if (!records[h].suspect) {
        whitening.learn(z, h * metrics, metrics);
      }
    }
    whitening.endWindow(steps);
    persistence.endWindow(steps);
  }

  private double largest(int m) {
    double largest = 0;
    for (int h = 0; h < hosts; h++) {
      double value = Math.abs(raw[h * metrics + m]);
      largest = value > largest ? value : largest;
    }
    return largest;
  }

  private void learnHost(
      int h, int m, MetricTable table, LearningSteps steps, GroupBaseline group) {
    int at = h * metrics + m;
    HostBaseline baseline = records[h].baseline;
    if (baseline.seen(m) < FLOOR_LEARNT) {
      double mean = baseline.seen(m) < 1 ? y[at] : baseline.mean(m);
      baseline.setFloor(m, Refresh.floor(table.get(m), mean, group.magnitude(m)));
    }
    if (baseline.seen(m) < 1) {
      baseline.begin(m, y[at], group);
    } else if (Double.isNaN(d[at])) {
      baseline.learnAlone(m, y[at], steps);
    } else {
      double factor = records[h].learningFactor(1 / steps.windowsPerDay());
      boolean sparse = records[h].repeats.sparse(m);
      baseline.learn(m, y[at], c[at], d[at], s[at], factor, sparse, day, steps, group);
    }
  }
}
