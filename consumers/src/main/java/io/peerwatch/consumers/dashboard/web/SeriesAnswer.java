package io.peerwatch.consumers.dashboard.web;

import io.peerwatch.consumers.dashboard.latest.Latest;
import io.peerwatch.consumers.dashboard.latest.SeriesKey;
import io.peerwatch.consumers.dashboard.latest.WindowReadings;
import io.peerwatch.schemas.avro.HostAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers {@code /api/series}: one metric of one group, ready to be drawn. All arrays run alike
 * over {@code times}; a reading that is missing is null.
 *
 * @param times ends of the windows, epoch milliseconds, ascending
 * @param windowMillis length of the newest window; 0 without any
 * @param bandLow lower edge of the group's band by window
 * @param bandHigh upper edge
 * @param hosts the lines; those in an open alert first
 * @param hostsKnown how many hosts the series has, drawn or not
 */
record SeriesAnswer(
    String group,
    String metric,
    String unit,
    long windowMillis,
    long[] times,
    float[] bandLow,
    float[] bandHigh,
    List<Line> hosts,
    int hostsKnown) {

  /**
   * One host's line.
   *
   * @param onsetAt estimated start of the open episode in which it stands apart, epoch
   *     milliseconds; null when it is in none
   * @param low lower edge of the host's own band; null for hosts that were not asked for
   * @param high upper edge, alike
   */
  record Line(String host, Long onsetAt, float[] values, float[] low, float[] high) {}

  /**
   * What to draw.
   *
   * @param host the host that is looked at; null for none
   * @param linesMax lines drawn at most: hosts in an alert and the host that is looked at come
   *     first, then those furthest from the band
   * @param pointsMax points of a line at most
   */
  record Query(String group, String metric, String host, int linesMax, int pointsMax) {}

  static SeriesAnswer of(Latest latest, Query query) {
    List<WindowReadings> windows =
        latest.readings().windows(new SeriesKey(query.group(), query.metric()));
    Map<String, HostAlert> odd = latest.alerts().oddHosts(query.group());
    SeriesTable table = SeriesTable.of(windows).thinnedTo(query.pointsMax());
    Set<String> chosen = new LineChoice(odd.keySet(), query.host(), query.linesMax()).of(table);
    List<Line> lines = new ArrayList<>();
    for (String host : chosen) {
      boolean withBand = odd.containsKey(host) || host.equals(query.host());
      lines.add(line(table.rows().get(host), host, odd.get(host), withBand));
    }
    WindowReadings newest = windows.isEmpty() ? null : windows.get(windows.size() - 1);
    return new SeriesAnswer(
        query.group(),
        query.metric(),
        newest == null ? "" : newest.unit(),
        newest == null ? 0 : newest.endMillis() - newest.startMillis(),
        table.times(),
        table.bandLow(),
        table.bandHigh(),
        lines,
        table.rows().size());
  }

  private static Line line(SeriesTable.Row row, String host, HostAlert alert, boolean withBand) {
    return new Line(
        host,
        alert == null ? null : alert.getOnsetAt().toEpochMilli(),
        row.values(),
        withBand ? row.low() : null,
        withBand ? row.high() : null);
  }
}
