package io.peerwatch.detection.window;

import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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

  /** Whether it reported, but not the metric of that column, negative for one that nobody did. */
  boolean lacks(int column) {
    return samples > 0 && (column < 0 || Double.isNaN(values[column]));
  }

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

  /**
   * @param before name of the host that was written before; only what differs is written
   */
  void write(DataOutput out, String before) throws IOException {
    int shared = 0;
    int most = Math.min(before.length(), host.length());
    while (shared < most && before.charAt(shared) == host.charAt(shared)) {
      shared++;
    }
    Varints.write(shared, out);
    out.writeUTF(host.substring(shared));
    Varints.write(samples, out);
    Varints.write(missedWindows, out);
    Varints.write(skewMillis, out);
    Varints.write(lateSamples, out);
    // A host that told nothing has no value.
    for (int m = 0; m < values.length && samples > 0; m++) {
      out.writeDouble(values[m]);
    }
  }

  static HostWindow read(DataInput in, String before, int metrics) throws IOException {
    int shared = Varints.readInt(in);
    String host = before.substring(0, shared) + in.readUTF();
    int samples = Varints.readInt(in);
    int missedWindows = Varints.readInt(in);
    long skewMillis = Varints.read(in);
    long lateSamples = Varints.read(in);
    double[] values = new double[metrics];
    for (int m = 0; m < metrics; m++) {
      values[m] = samples > 0 ? in.readDouble() : Double.NaN;
    }
    return new HostWindow(host, values, samples, missedWindows, skewMillis, lateSamples);
  }
}
