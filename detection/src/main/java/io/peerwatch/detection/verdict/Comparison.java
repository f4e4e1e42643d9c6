package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.BaselineColumns;
import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.GroupBaseline;
import io.peerwatch.detection.baseline.LearningSteps;
import io.peerwatch.detection.baseline.MetricColumn;
import io.peerwatch.detection.baseline.TimeOfDay;
import io.peerwatch.detection.baseline.WorkResponse;
import io.peerwatch.detection.evidence.Persistence;
import io.peerwatch.detection.evidence.Whitening;
import io.peerwatch.detection.metric.ColumnTransform;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.metric.MetricInfo;
import io.peerwatch.detection.metric.MetricTable;
import io.peerwatch.detection.metric.Transform;
import io.peerwatch.detection.peers.PeerMedians;
import io.peerwatch.detection.peers.PeerNoise;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of one window: every reporting host against its peers on every metric.
 *
 * <p>What comes and goes by host is laid out by host, then metric ({@code host * metrics +
 * metric}): raw values, and whitened deviations. What lies between is laid out in columns, one for
 * each metric, over the places that hosts have in {@link BaselineColumns}; {@link #z} and its like
 * read them by host. NaN is what can't be told. All of it is reused from window to window.
 */
final class Comparison {

  /** Values of a metric before its host is a peer of others on it. */
  static final int PEER_FROM = 10;

  final AtEqualWork atEqualWork;
  private final PeerMedians medians = new PeerMedians();
  private final ColumnTransform transform = new ColumnTransform();
  private final WindowLearning learning = new WindowLearning();
  private MetricColumn[] columns = new MetricColumn[0];
  private double[] values = new double[0];
  private int[] outsider = new int[0];
  private boolean[] isPeer = new boolean[0];

  /** What is known of metrics, also of those that are not compared. */
  MetricDictionary dictionary = MetricDictionary.standard();

  /** Windows that the judge has taken in: what is here is of the latest. */
  long windows;

  int hosts;
  int metrics;
  int metricsJudged;
  TimeOfDay day;
  BaselineColumns baselines;

  /** By reporting host, in the order of names; there may be more of them than hosts. */
  HostRecord[] records = new HostRecord[0];

  /** By reporting host: its place in columns. */
  int[] place = new int[0];

  double[] raw = new double[0];
  double[] w = new double[0];

  /** By host: the longest run of one value as a ratio of what would be odd. */
  double[] stuck = new double[0];

  /** Median of all peers by metric, in standard units; NaN where none told. */
  double[] groupMedian = new double[0];

  /** Largest absolute value by metric; 0 where none told. */
  double[] largest = new double[0];

  /** By metric: whether it hardly ever changes on some host. */
  boolean[] sparse = new boolean[0];

  Comparison(AtEqualWork atEqualWork) {
    this.atEqualWork = atEqualWork;
  }

  double y(int h, int m) {
    return columns[m].y[place[h]];
  }

  double c(int h, int m) {
    return columns[m].c[place[h]];
  }

  double d(int h, int m) {
    return columns[m].d[place[h]];
  }

  double s(int h, int m) {
    return columns[m].s[place[h]];
  }

  double z(int h, int m) {
    return columns[m].z[place[h]];
  }

  /** One standard unit of the host when it was compared, in transformed units. */
  double scale(int h, int m) {
    return columns[m].scale[place[h]];
  }

  MetricColumn column(int m) {
    return columns[m];
  }

  /** Fills all arrays from a window. */
  void run(
      GroupWindow window,
      List<HostWindow> reporting,
      HostRecord[] theirs,
      MetricTable table,
      BaselineColumns known,
      GroupBaseline group,
      WorkResponse response,
      Whitening whitening) {
    hosts = reporting.size();
    metrics = table.size();
    day = TimeOfDay.at(window.start());
    records = theirs;
    baselines = known;
    makeRoom(known.hosts());
    for (int h = 0; h < hosts; h++) {
      place[h] = records[h].baseline.place();
    }
    layOut(window, reporting, table);
    metricsJudged = 0;
    for (int m = 0; m < metrics; m++) {
      transform(m, table.get(m));
      compare(m, group);
    }
    atEqualWork.condition(this, table, response);
    double[][] deviations = atEqualWork.evidence(deviations());
    whitening.apply(deviations, metrics, place, hosts, w);
  }

  private void makeRoom(int places) {
    int cells = hosts * metrics;
    if (raw.length < cells) {
      raw = new double[cells];
      w = new double[cells];
    }
    if (place.length < hosts) {
      place = new int[hosts];
      stuck = new double[hosts];
    }
    if (values.length < places) {
      values = new double[places];
      outsider = new int[places];
      isPeer = new boolean[places];
    }
    if (columns.length < metrics) {
      int before = columns.length;
      columns = Arrays.copyOf(columns, metrics);
      sparse = new boolean[metrics];
      for (int m = before; m < metrics; m++) {
        columns[m] = new MetricColumn();
      }
    }
    for (int m = 0; m < metrics; m++) {
      columns[m].grow(places);
    }
    groupMedian = Doubles.grown(groupMedian, metrics, Double.NaN);
    largest = Doubles.grown(largest, metrics, 0);
  }

  /** Puts the values of all hosts beside one another, loads by core. */
  private void layOut(GroupWindow window, List<HostWindow> reporting, MetricTable table) {
    int[] numbers = table.numbersOf(window.metrics());
    boolean[] perCore = new boolean[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      int m = numbers[i];
      perCore[i] = m >= 0 && table.get(m).transform() == Transform.PER_CORE;
    }
    int coresAt = window.metrics().indexOf(MetricDictionary.CORES);
    Arrays.fill(raw, 0, hosts * metrics, Double.NaN);
    for (int h = 0; h < hosts; h++) {
      double[] told = reporting.get(h).values();
      if (coresAt >= 0 && told[coresAt] >= 1) {
        records[h].cores = told[coresAt];
      }
      for (int i = 0; i < numbers.length; i++) {
        if (numbers[i] != MetricTable.NOT_COMPARED) {
          raw[h * metrics + numbers[i]] = perCore[i] ? told[i] / records[h].cores : told[i];
        }
      }
    }
  }

  private void transform(int m, MetricInfo info) {
    int places = baselines.hosts();
    if (hosts < places) {
      Arrays.fill(values, 0, places, Double.NaN);
    }
    double highest = 0;
    for (int h = 0; h < hosts; h++) {
      double value = raw[h * metrics + m];
      values[place[h]] = value;
      highest = Math.abs(value) > highest ? Math.abs(value) : highest;
    }
    largest[m] = highest;
    transform.apply(info.transform(), values, columns[m].y, places, info.floor());
  }

  private void compare(int m, GroupBaseline group) {
    MetricColumn column = columns[m];
    double[] seen = baselines.seen(m);
    double from = peerFrom(seen);
    column.standardise(m, baselines);
    Arrays.fill(isPeer, 0, seen.length, false);
    int outsiders = 0;
    int company = 0;
    for (int h = 0; h < hosts; h++) {
      int at = place[h];
      if (seen[at] < 1) {
        column.u[at] = Double.NaN;
      }
      boolean known = seen[at] >= from;
      company += known && !Double.isNaN(column.u[at]) ? 1 : 0;
      isPeer[at] = known && !records[h].suspect;
      if (!isPeer[at]) {
        outsider[outsiders++] = at;
      }
    }
    medians.of(column.u, isPeer, seen.length);
    groupMedian[m] = medians.full();
    if (medians.count() < 2) {
      column.clearDeviations(seen.length);
      return;
    }
    metricsJudged++;
    baselines.scaleSpreads(m, group.becomes(m, PeerNoise.of(company)));
    medians.without(column.u, column.c, seen.length);
    for (int i = 0; i < outsiders; i++) {
      int at = outsider[i];
      column.c[at] = Double.isNaN(column.u[at]) ? Double.NaN : medians.full();
    }
    column.deviate(m, baselines, day, group);
  }

  /** A newcomer is no peer yet, unless all are newcomers. */
  private double peerFrom(double[] seen) {
    double longest = 1;
    for (int h = 0; h < hosts && longest < PEER_FROM; h++) {
      longest = Math.max(longest, seen[place[h]] / 2);
    }
    return Math.min(PEER_FROM, longest);
  }

  /** Deviations in spreads, by metric and place. */
  double[][] deviations() {
    double[][] deviations = new double[metrics][];
    for (int m = 0; m < metrics; m++) {
      deviations[m] = columns[m].z;
    }
    return deviations;
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
    learning.learn(this, table, steps, group);
    boolean[] teaches = learning.teaches();
    whitening.learn(deviations(), metrics, place, teaches, hosts);
    whitening.endWindow(steps);
    persistence.endWindow(steps);
  }
}
