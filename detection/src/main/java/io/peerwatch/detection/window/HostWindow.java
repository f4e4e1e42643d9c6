package io.peerwatch.detection.window;

/**
 * One host in one closed window.
 *
 * @param values mean over the window by metric, in the order of {@link GroupWindow#metrics()}; NaN
 *     where the host did not report the metric. The mean is exact, then rounded once, so that it
 *     does not depend on the order of arrival.
 * @param samples how many distinct instants it reported in this window; 0 when silent
 * @param missedWindows how many windows in a row, this one included, it missed while it was known;
 *     0 when it reported
 * @param skewMillis its latest timestamp minus the group's clock where that is beyond the skew
 *     budget, positive when ahead; else 0
 * @param lateSamples its samples that came after their window was judged, since the window before
 */
public record HostWindow(
    String host,
    double[] values,
    int samples,
    int missedWindows,
    long skewMillis,
    long lateSamples) {

  /** The same with a value in that column, unless it has one or did not report. */
  HostWindow withMissing(int column, boolean isNew, double value) {
    double[] more = values;
    if (isNew) {
      more = new double[values.length + 1];
      System.arraycopy(values, 0, more, 0, column);
      more[column] = Double.NaN;
      System.arraycopy(values, column, more, column + 1, values.length - column);
    }
    if (samples > 0 && Double.isNaN(more[column])) {
      more = more.clone();
      more[column] = value;
    }
    return more == values
        ? this
        : new HostWindow(host, more, samples, missedWindows, skewMillis, lateSamples);
  }
}
