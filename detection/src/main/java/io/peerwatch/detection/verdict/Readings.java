package io.peerwatch.detection.verdict;

import io.peerwatch.detection.metric.MetricInfo;
import io.peerwatch.detection.metric.MetricTable;
import io.peerwatch.detection.metric.Transform;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A window laid out by metric for dashboards: what was observed, and where judged the expected.
 *
 * <p>It costs more than judging, and many who judge don't look at it: it is laid out when it is
 * first looked at. By then no further window must have been judged in the same room.
 */
final class Readings extends AbstractList<MetricReadings> {

  private final GroupWindow window;
  private final List<HostWindow> reporting;
  private final Comparison now;
  private final Scores scores;
  private final MetricTable table;
  private final long judged;
  private List<MetricReadings> laidOut;

  private Readings(
      GroupWindow window,
      List<HostWindow> reporting,
      Comparison now,
      Scores scores,
      MetricTable table) {
    this.window = window;
    this.reporting = reporting;
    this.now = now;
    this.scores = scores;
    this.table = table;
    this.judged = now.windows;
  }

  /** Of hosts that could not be compared: what was observed. */
  static List<MetricReadings> observed(
      GroupWindow window, List<HostWindow> reporting, Comparison now) {
    return new Readings(window, reporting, now, null, null);
  }

  /**
   * Of hosts that were compared.
   *
   * @param scores null while the group is too young for them
   */
  static List<MetricReadings> of(
      GroupWindow window,
      List<HostWindow> reporting,
      Comparison now,
      Scores scores,
      MetricTable table) {
    return new Readings(window, reporting, now, scores, table);
  }

  @Override
  public MetricReadings get(int index) {
    return laidOut().get(index);
  }

  @Override
  public int size() {
    return laidOut().size();
  }

  private List<MetricReadings> laidOut() {
    if (laidOut == null) {
      if (now.windows != judged) {
        throw new IllegalStateException(
            "readings must be looked at before the next window is judged in the same room");
      }
      laidOut = layOut();
    }
    return laidOut;
  }

  private List<MetricReadings> layOut() {
    int[] numbers = table == null ? null : table.numbersOf(window.metrics());
    List<MetricReadings> readings = new ArrayList<>();
    for (int i = 0; i < window.metrics().size(); i++) {
      int m = numbers == null ? MetricTable.NOT_COMPARED : numbers[i];
      MetricReadings metric = metric(window.metrics().get(i), i, m);
      if (!metric.hosts().isEmpty()) {
        readings.add(metric);
      }
    }
    if (scores != null) {
      readings.add(ScoreReadings.of(now, scores));
    }
    return List.copyOf(readings);
  }

  private MetricReadings metric(String name, int column, int m) {
    int size = reporting.size();
    List<String> hosts = new ArrayList<>(size);
    double[][] figures = new double[5][size];
    for (int h = 0; h < size; h++) {
      double observed = reporting.get(h).values()[column];
      if (Double.isNaN(observed)) {
        continue;
      }
      int at = hosts.size();
      hosts.add(reporting.get(h).host());
      figures[0][at] = observed;
      expected(h, m, figures, at);
    }
    for (int f = 0; f < figures.length && hosts.size() < size; f++) {
      figures[f] = Arrays.copyOf(figures[f], hosts.size());
    }
    String unit = now.dictionary.of(name).unit();
    return new MetricReadings(
        name, unit, hosts, figures[0], figures[1], figures[2], figures[3], figures[4]);
  }

  /** What was expected is as far from the value as the deviation, whatever was learned since. */
  private void expected(int h, int m, double[][] figures, int at) {
    if (m == MetricTable.NOT_COMPARED || Double.isNaN(now.z(h, m))) {
      for (int f = 1; f < figures.length; f++) {
        figures[f][at] = Double.NaN;
      }
      return;
    }
    MetricInfo info = table.get(m);
    double perCore = info.transform() == Transform.PER_CORE ? now.records[h].cores : 1;
    double expected = now.y(h, m) - now.d(h, m) * now.scale(h, m);
    double band = Blame.BAND_SPREADS * now.s(h, m) * now.scale(h, m);
    figures[1][at] = info.transform().undo(expected, info.floor()) * perCore;
    figures[2][at] = info.transform().undo(expected - band, info.floor()) * perCore;
    figures[3][at] = info.transform().undo(expected + band, info.floor()) * perCore;
    figures[4][at] = now.d(h, m) / now.s(h, m);
  }
}
