package io.peerwatch.detection.baseline;

import java.util.Arrays;

/**
 * One metric in one window: a column over the places of a group's hosts for each step from value to
 * deviation. NaN is what can't be told, as of hosts that did not report. Reused from window to
 * window.
 *
 * <pre>
 *   y  the transformed value          c  its peers' median, in its own standard units
 *   u  (y − mean) / scale             d  u less what is expected
 *   z  d / s, at most ±16             s  how far it usually is from that
 * </pre>
 */
public final class MetricColumn {

  /** Deviations in spreads are held at this. */
  public static final double Z_CLIP = 16;

  public double[] y = new double[0];
  public double[] u = new double[0];
  public double[] scale = new double[0];
  public double[] c = new double[0];
  public double[] d = new double[0];
  public double[] s = new double[0];
  public double[] z = new double[0];

  /** Makes room for so many hosts. */
  public void grow(int hosts) {
    if (y.length < hosts) {
      y = new double[hosts];
      u = new double[hosts];
      scale = new double[hosts];
      c = new double[hosts];
      d = new double[hosts];
      s = new double[hosts];
      z = new double[hosts];
    }
  }

  /** The metric was not reported, or by too few. */
  public void clearDeviations(int hosts) {
    Arrays.fill(c, 0, hosts, Double.NaN);
    Arrays.fill(d, 0, hosts, Double.NaN);
    Arrays.fill(s, 0, hosts, Double.NaN);
    Arrays.fill(z, 0, hosts, Double.NaN);
  }

  /** From y to u, for hosts of which something is known; of others u means nothing. */
  public void standardise(int m, BaselineColumns known) {
    standardise(known.hosts, known.mean[m], known.variance[m], known.floor[m]);
  }

  private void standardise(int hosts, double[] mean, double[] variance, double[] floor) {
    double[] ys = y;
    double[] us = u;
    double[] scales = scale;
    for (int i = 0; i < hosts; i++) {
      double unit = Math.max(Math.sqrt(variance[i]), floor[i]);
      scales[i] = unit;
      us[i] = (ys[i] - mean[i]) / unit;
    }
  }

  /** From u and c to d, s and z: what {@link HostBaseline} says of one host, for all of them. */
  public void deviate(int m, BaselineColumns known, TimeOfDay day, GroupBaseline group) {
    int low = m * TimeOfDay.BINS + day.low();
    int high = m * TimeOfDay.BINS + day.high();
    int hosts = known.hosts;
    double later = day.weight();
    expect(hosts, known.slope[m], known.level[m], known.dayBias[low], known.dayBias[high], later);
    blend(hosts, known.seen[m], known.spread[m], group.spread(m));
    double ofGroup = 0.5 * group.daySpread(m, day);
    vary(hosts, known.daySpread[low], known.daySpread[high], later, ofGroup);
    hold(hosts, known.floor[m]);
  }

  private void expect(
      int hosts, double[] slope, double[] level, double[] low, double[] high, double later) {
    double sooner = 1 - later;
    double[] us = u;
    double[] cs = c;
    double[] ds = d;
    for (int i = 0; i < hosts; i++) {
      ds[i] = us[i] - (slope[i] * cs[i] + level[i] + (sooner * low[i] + later * high[i]));
    }
  }

  private void blend(int hosts, double[] seen, double[] spread, double pooled) {
    boolean unknown = Double.isNaN(pooled);
    double weightOfPooled = unknown ? 0 : HostBaseline.POOLED_WEIGHT;
    double ofGroup = unknown ? 0 : pooled;
    double[] spreads = s;
    for (int i = 0; i < hosts; i++) {
      double weight = seen[i] / (seen[i] + weightOfPooled);
      spreads[i] = weight * spread[i] + (1 - weight) * ofGroup;
    }
  }

  private void vary(int hosts, double[] low, double[] high, double later, double ofGroup) {
    double sooner = 1 - later;
    double[] spreads = s;
    for (int i = 0; i < hosts; i++) {
      spreads[i] = spreads[i] * (0.5 * (sooner * low[i] + later * high[i]) + ofGroup);
    }
  }

  private void hold(int hosts, double[] floor) {
    double[] ds = d;
    double[] spreads = s;
    double[] scales = scale;
    double[] zs = z;
    for (int i = 0; i < hosts; i++) {
      double held = Math.max(spreads[i], floor[i] / (3 * scales[i]));
      spreads[i] = held;
      zs[i] = Math.max(-Z_CLIP, Math.min(Z_CLIP, ds[i] / held));
    }
  }
}
