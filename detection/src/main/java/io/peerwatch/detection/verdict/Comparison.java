package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.BaselineColumns;
import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.FloatColumns;
import io.peerwatch.detection.baseline.GroupBaseline;
import io.peerwatch.detection.baseline.LearningSteps;
import io.peerwatch.detection.baseline.MetricColumn;
import io.peerwatch.detection.baseline.TimeOfDay;
import io.peerwatch.detection.baseline.WorkResponse;
import io.peerwatch.detection.evidence.EvidenceColumns;
import io.peerwatch.detection.evidence.Persistence;
import io.peerwatch.detection.evidence.Whitening;
import io.peerwatch.detection.metric.ColumnTransform;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.metric.MetricInfo;
import io.peerwatch.detection.metric.MetricTable;
import io.peerwatch.detection.peers.PeerNoise;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of one window: every reporting host against its peers on every metric.
 *
 * <p>It is laid out in columns, one for each metric, over the places that hosts have in {@link
 * BaselineColumns}; {@link #z} and its like read them by host. NaN is what can't be told. All of it
 * is reused from window to window.
 */
final class Comparison {

  final AtEqualWork atEqualWork = new AtEqualWork();
  private final Peers peers = new Peers();
  private final ColumnTransform transform = new ColumnTransform();
  private final WindowLearning learning = new WindowLearning();
  private MetricColumn[] columns = new MetricColumn[0];
  private final RawValues raw = new RawValues();

  /** Deviations as evidence is gathered from them. */
  final Deviations deviations = new Deviations();

  private float[][] judged = new float[0][];

  /** What is known of metrics, also of those that are not compared. */
  MetricDictionary dictionary = MetricDictionary.standard();

  /** Who reports. */
  final Attendance present = new Attendance();

  /** Windows that were begun: what is here is of the latest. */
  long windows;

  int hosts;
  int metrics;
  int metricsJudged;
  TimeOfDay day;
  BaselineColumns baselines;
  EvidenceColumns evidence;

  /** By reporting host, in the order of names; there may be more of them than hosts. */
  HostRecord[] records = new HostRecord[0];

  /** By reporting host: its place in columns. */
  int[] place = new int[0];

  /** By metric and place: whitened deviations; 0 where there is none. */
  float[][] w = new float[0][];

  /** By host: the longest run of one value as a ratio of what would be odd. */
  double[] stuck = new double[0];

  /** Median of all peers by metric, in standard units; NaN where none told. */
  double[] groupMedian = new double[0];

  /** Largest absolute value by metric; 0 where none told. */
  double[] largest = new double[0];

  /** A window begins that is judged by these settings. */
  void begin(DetectionSettings settings) {
    windows++;
    dictionary = settings.metrics();
    atEqualWork.follow(settings.workMetric());
  }

  /** As it was told, loads by core; NaN where it was not. */
  double raw(int h, int m) {
    return raw.of(m)[place[h]];
  }

  double[] raw(int m) {
    return raw.of(m);
  }

  double y(int h, int m) {
    return columns[m].y[place[h]];
  }

  float c(int h, int m) {
    return columns[m].c[place[h]];
  }

  float d(int h, int m) {
    return columns[m].d[place[h]];
  }

  float s(int h, int m) {
    return columns[m].s[place[h]];
  }

  float z(int h, int m) {
    return columns[m].z[place[h]];
  }

  /** One standard unit of the host when it was compared, in transformed units. */
  float scale(int h, int m) {
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
      Roster roster,
      GroupBaseline group,
      WorkResponse response,
      Whitening whitening) {
    hosts = reporting.size();
    metrics = table.size();
    day = TimeOfDay.at(window.start());
    records = theirs;
    baselines = roster.baselines();
    evidence = roster.evidence();
    present.take(records, hosts, baselines.hosts());
    place = present.place;
    makeRoom(baselines.hosts());
    raw.layOut(window, reporting, records, table, present);
    metricsJudged = 0;
    for (int m = 0; m < metrics; m++) {
      transform(m, table.get(m));
      compare(m, group);
    }
    atEqualWork.condition(this, table, response);
    deviations.take(columns, metrics, present);
    whitening.apply(evidenceOfWork(), deviations.told(), metrics, baselines.hosts(), w);
  }

  private void makeRoom(int places) {
    if (stuck.length < hosts) {
      stuck = new double[hosts];
    }
    if (columns.length < metrics) {
      int before = columns.length;
      columns = Arrays.copyOf(columns, metrics);
      for (int m = before; m < metrics; m++) {
        columns[m] = new MetricColumn();
      }
    }
    w = FloatColumns.room(w, metrics, places);
    if (judged.length < metrics) {
      judged = new float[metrics][];
    }
    for (int m = 0; m < metrics; m++) {
      columns[m].grow(places);
    }
    groupMedian = Doubles.grown(groupMedian, metrics, Double.NaN);
    largest = Doubles.grown(largest, metrics, 0);
  }

  private void transform(int m, MetricInfo info) {
    int places = baselines.hosts();
    double highest = 0;
    double[] values = raw.of(m);
    for (int at = 0; at < places; at++) {
      double size = Math.abs(values[at]);
      highest = size > highest ? size : highest;
    }
    largest[m] = highest;
    transform.apply(info.transform(), values, columns[m].y, places, info.floor());
  }

  private void compare(int m, GroupBaseline group) {
    MetricColumn column = columns[m];
    int places = baselines.hosts();
    column.standardise(m, baselines);
    peers.find(column.u, baselines.seen(m), present);
    groupMedian[m] = peers.median();
    if (peers.count() < 2) {
      column.clearDeviations(places);
      return;
    }
    metricsJudged++;
    baselines.scaleSpreads(m, group.becomes(m, PeerNoise.of(peers.company())));
    peers.tell(column.u, column.c, places);
    column.deviate(m, baselines, day, group);
  }

  /** Deviations in spreads, by metric and place, of work what may be a fault. */
  private float[][] evidenceOfWork() {
    System.arraycopy(deviations.z(), 0, judged, 0, metrics);
    if (atEqualWork.applies()) {
      judged[atEqualWork.metric()] = atEqualWork.evidence();
      deviations.clear(atEqualWork.metric(), atEqualWork.evidence());
    }
    return judged;
  }

  /** How much two hosts lately deviate in the same metrics the same way: the cosine, -1..1. */
  double alike(int a, int b) {
    double common = 0;
    double squareA = 0;
    double squareB = 0;
    for (int m = 0; m < metrics; m++) {
      double wa = records[a].recent(m);
      double wb = records[b].recent(m);
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
    float[] teaches = learning.teaches();
    Teachers turn = teachers(group);
    whitening.learn(deviations.z(), deviations.told(), metrics, teaches, turn.from, turn.to);
    whitening.endWindow(steps);
    persistence.endWindow(steps);
  }

  /** Who teaches what hosts have in common. */
  Teachers teachers(GroupBaseline group) {
    return new Teachers(baselines.hosts(), group.age());
  }
}
