package io.peerwatch.consumers.dashboard.web;

import io.peerwatch.consumers.dashboard.latest.WindowReadings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Windows turned into columns of one table with a row for each host. Where windows are missing, an
 * empty column breaks the lines, so that no line claims what nobody measured.
 *
 * @param times ends of the windows, epoch milliseconds, ascending
 */
record SeriesTable(long[] times, float[] bandLow, float[] bandHigh, Map<String, Row> rows) {

  /** One host's values and its own band, alike over times; what is missing is NaN. */
  record Row(float[] values, float[] low, float[] high) {
    static Row empty(int columns) {
      return new Row(nothing(columns), nothing(columns), nothing(columns));
    }
  }

  static SeriesTable of(List<WindowReadings> windows) {
    List<WindowReadings> columns = withGaps(windows);
    int count = columns.size();
    SeriesTable table =
        new SeriesTable(new long[count], nothing(count), nothing(count), new HashMap<>());
    for (int i = 0; i < count; i++) {
      int column = i;
      WindowReadings window = columns.get(i);
      table.times[i] = window.endMillis();
      table.bandLow[i] = (float) window.bandLow();
      table.bandHigh[i] = (float) window.bandHigh();
      window.forEachHost(
          (host, observed, low, high) -> {
            Row row = table.rows.computeIfAbsent(host, h -> Row.empty(count));
            row.values[column] = observed;
            row.low[column] = low;
            row.high[column] = high;
          });
    }
    return table;
  }

  /**
   * The same in at most this many columns. Of the columns that become one, each host keeps the
   * value furthest from the band's middle: what stands out still does.
   */
  SeriesTable thinnedTo(int columnsMax) {
    int bin = (times.length + columnsMax - 1) / columnsMax;
    if (bin <= 1) {
      return this;
    }
    int count = (times.length + bin - 1) / bin;
    SeriesTable thin =
        new SeriesTable(new long[count], nothing(count), nothing(count), new HashMap<>());
    for (int i = 0; i < count; i++) {
      int last = Math.min(times.length, (i + 1) * bin) - 1;
      thin.times[i] = times[last];
      thin.bandLow[i] = bandLow[last];
      thin.bandHigh[i] = bandHigh[last];
    }
    rows.forEach((host, row) -> thin.rows.put(host, thinned(row, bin, count)));
    return thin;
  }

  /** Middle of the group's band; NaN without one. */
  float middle(int column) {
    return (bandLow[column] + bandHigh[column]) / 2;
  }

  private Row thinned(Row row, int bin, int count) {
    Row thin = Row.empty(count);
    for (int i = 0; i < count; i++) {
      int chosen = furthest(row, i * bin, Math.min(times.length, (i + 1) * bin));
      thin.values[i] = row.values[chosen];
      thin.low[i] = row.low[chosen];
      thin.high[i] = row.high[chosen];
    }
    return thin;
  }

  private int furthest(Row row, int from, int to) {
    int chosen = from;
    float most = -1;
    for (int i = from; i < to; i++) {
      float distance = Math.abs(row.values[i] - middle(i));
      if (distance > most || (Float.isNaN(row.values[chosen]) && !Float.isNaN(row.values[i]))) {
        chosen = i;
        most = Float.isNaN(distance) ? -1 : distance;
      }
    }
    return chosen;
  }

  private static List<WindowReadings> withGaps(List<WindowReadings> windows) {
    List<WindowReadings> columns = new ArrayList<>();
    for (WindowReadings window : windows) {
      if (!columns.isEmpty()) {
        long before = columns.get(columns.size() - 1).endMillis();
        long length = window.endMillis() - window.startMillis();
        if (window.startMillis() - before >= length) {
          columns.add(window.emptyAt(before + length));
        }
      }
      columns.add(window);
    }
    return columns;
  }

  private static float[] nothing(int columns) {
    float[] values = new float[columns];
    Arrays.fill(values, Float.NaN);
    return values;
  }
}
