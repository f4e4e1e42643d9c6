package io.peerwatch.detection.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What all hosts of a group are usually like: for each figure of {@link HostBaseline} and each
 * metric a column over the hosts, so that a window is judged and learned column by column. The
 * figures that have a time of day have a column for each bin ({@code metric * BINS + bin}).
 */
public final class BaselineColumns {

  final int hosts;
  final DoubleColumns mean;
  final FloatColumns seen;
  final FloatColumns variance;
  final FloatColumns floor;
  final FloatColumns level;
  final FloatColumns slope;
  final FloatColumns spread;
  final FloatColumns dayBias;
  final FloatColumns daySpread;

  /** All but the mean, in the order in which they are written. */
  private final FloatColumns[] figures;

  /**
   * @param hosts how many there are; others need columns of their own
   */
  public BaselineColumns(int hosts) {
    this.hosts = hosts;
    mean = new DoubleColumns(hosts, 0);
    seen = new FloatColumns(hosts, 0);
    variance = new FloatColumns(hosts, 0);
    floor = new FloatColumns(hosts, 0);
    level = new FloatColumns(hosts, 0);
    slope = new FloatColumns(hosts, 1);
    spread = new FloatColumns(hosts, 0);
    dayBias = new FloatColumns(hosts, 0);
    daySpread = new FloatColumns(hosts, 1);
    figures = new FloatColumns[] {seen, variance, floor, level, slope, spread, dayBias, daySpread};
  }

  /** How many places there are for hosts. */
  public int hosts() {
    return hosts;
  }

  public int metrics() {
    return mean.count();
  }

  /** Makes room for more metrics, of which nothing is known. */
  public void grow(int metrics) {
    if (metrics > metrics()) {
      mean.grow(metrics);
      for (FloatColumns figure : figures) {
        figure.grow(metrics * bins(figure));
      }
    }
  }

  private int bins(FloatColumns figure) {
    return figure == dayBias || figure == daySpread ? TimeOfDay.BINS : 1;
  }

  /** Takes the spreads of a metric as so many times as large. */
  public void scaleSpreads(int m, double factor) {
    float[] spreads = spread.of(m);
    for (int i = 0; i < hosts && factor != 1; i++) {
      spreads[i] *= (float) factor;
    }
  }

  /** Values of a metric that each host was seen with. */
  public float[] seen(int m) {
    return seen.of(m);
  }

  /** Takes over what is known of a host. */
  void copy(int host, BaselineColumns from, int fromHost) {
    grow(from.metrics());
    mean.copy(host, from.mean, fromHost);
    for (int f = 0; f < figures.length; f++) {
      figures[f].copy(host, from.figures[f], fromHost);
    }
  }

  void write(int host, DataOutput out) throws IOException {
    out.writeInt(metrics());
    mean.write(host, out);
    for (FloatColumns figure : figures) {
      figure.write(host, out);
    }
  }

  void read(int host, DataInput in) throws IOException {
    int metrics = in.readInt();
    grow(metrics);
    mean.read(host, metrics, in);
    for (FloatColumns figure : figures) {
      figure.read(host, metrics * bins(figure), in);
    }
  }
}
