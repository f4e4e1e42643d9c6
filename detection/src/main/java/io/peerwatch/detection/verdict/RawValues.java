package io.peerwatch.detection.verdict;

import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.metric.MetricTable;
import io.peerwatch.detection.metric.Transform;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.Arrays;
import java.util.List;

/**
 * A window's values as they were told, loads by core: for each metric a column over the places of
 * hosts. NaN is what was not told.
 */
final class RawValues {

  private double[][] columns = new double[0][];

  double[] of(int m) {
    return columns[m];
  }

  /** Puts the values of all hosts beside one another. */
  void layOut(
      GroupWindow window,
      List<HostWindow> reporting,
      HostRecord[] records,
      MetricTable table,
      Attendance present) {
    makeRoom(table.size(), present.places);
    int[] numbers = table.numbersOf(window.metrics());
    double[][] columnOf = new double[numbers.length][];
    boolean[] told = new boolean[table.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != MetricTable.NOT_COMPARED) {
        columnOf[i] = columns[numbers[i]];
        told[numbers[i]] = true;
      }
    }
    int coresAt = window.metrics().indexOf(MetricDictionary.CORES);
    for (int h = 0; h < present.hosts; h++) {
      double[] values = reporting.get(h).values();
      if (coresAt >= 0 && values[coresAt] >= 1) {
        records[h].cores = values[coresAt];
      }
      put(values, columnOf, present.place[h]);
    }
    for (int m = 0; m < table.size(); m++) {
      complete(columns[m], told[m], present);
      if (table.get(m).transform() == Transform.PER_CORE) {
        divideByCores(columns[m], records, present);
      }
    }
  }

  private void makeRoom(int metrics, int places) {
    int room = columns.length == 0 ? 0 : columns[0].length;
    if (columns.length < metrics || room < places) {
      columns = new double[Math.max(metrics, columns.length)][Math.max(places, room)];
    }
  }

  private static void put(double[] values, double[][] columnOf, int place) {
    for (int i = 0; i < columnOf.length; i++) {
      if (columnOf[i] != null) {
        columnOf[i][place] = values[i];
      }
    }
  }

  private static void complete(double[] values, boolean told, Attendance present) {
    if (!told) {
      Arrays.fill(values, 0, present.places, Double.NaN);
    }
    for (int i = 0; i < present.absentHosts; i++) {
      values[present.absentPlaces[i]] = Double.NaN;
    }
  }

  private static void divideByCores(double[] values, HostRecord[] records, Attendance present) {
    for (int h = 0; h < present.hosts; h++) {
      values[present.place[h]] /= records[h].cores;
    }
  }
}
