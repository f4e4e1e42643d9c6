package io.peerwatch.detection.verdict;

import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.metric.MetricTable;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays a window out by metric for dashboards: what was observed, and where judged the expected. */
final class Readings {

  private Readings() {}

  /**
   * @param now the comparison of the same reporting hosts, or null when there was none
   */
  static List<MetricReadings> of(
      GroupWindow window, List<HostWindow> reporting, Comparison now, MetricTable table) {
    int[] numbers = now == null ? null : table.numbersOf(window.metrics());
    List<MetricReadings> readings = new ArrayList<>();
    for (int i = 0; i < window.metrics().size(); i++) {
      int m = numbers == null ? MetricTable.NOT_COMPARED : numbers[i];
      MetricReadings metric = metric(window.metrics().get(i), i, m, reporting, now, table);
      if (!metric.hosts().isEmpty()) {
        readings.add(metric);
      }
    }
    return readings;
  }

  private static MetricReadings metric(
      String name,
      int column,
      int m,
      List<HostWindow> reporting,
      Comparison now,
      MetricTable table) {
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
      boolean judged = m != MetricTable.NOT_COMPARED && !Double.isNaN(now.z[h * now.metrics + m]);
      Evidence evidence = judged ? Blame.evidence(now, h, m, table, 0) : null;
      figures[1][at] = judged ? evidence.expected() : Double.NaN;
      figures[2][at] = judged ? evidence.peerLow() : Double.NaN;
      figures[3][at] = judged ? evidence.peerHigh() : Double.NaN;
      figures[4][at] = judged ? evidence.deviation() : Double.NaN;
    }
    for (int f = 0; f < figures.length; f++) {
      figures[f] = Arrays.copyOf(figures[f], hosts.size());
    }
    String unit = MetricDictionary.standard().of(name).unit();
    return new MetricReadings(
        name, unit, hosts, figures[0], figures[1], figures[2], figures[3], figures[4]);
  }
}
