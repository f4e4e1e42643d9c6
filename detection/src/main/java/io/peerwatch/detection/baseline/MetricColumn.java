package io.peerwatch.detection.baseline;

import java.util.Arrays;

/**
 * One metric in one window: a column over the places of a group's hosts for each step from value to
 * deviation. NaN is what can't be told, as of hosts that did not report. Reused from window to
 * window.
 *
 * <pre>
 *   y  the transformed value                   c  its peers' median, in its own standard units
 *   u  (y − mean) / scale, at most ±1,000,000  d  u less what is expected
 *   z  d / s, at most ±16                      s  how far it usually is from that
 * </pre>
 */
public final class MetricColumn {

  /** Deviations in spreads are held at this. */
  public static final float Z_CLIP = 16;

  /** Far from anything that is told apart, and so small that no product of two is infinite. */
  public static final float U_CLIP = 1e6f;

  public double[] y = new double[0];
  public float[] u = new float[0];
  public float[] scale = new float[0];
  public float[] c = new float[0];
  public float[] d = new float[0];
  public float[] s = new float[0];
  public float[] z = new float[0];

  /** Makes room for so many hosts. */
  public void grow(int hosts) {
    if (y.length < hosts) {
      y = new double[hosts];
      u = new float[hosts];
      scale = new float[hosts];
      c = new float[hosts];
      d = new float[hosts];
      s = new float[hosts];
      z = new float[hosts];
    }
  }

  /** The metric was not reported, or by too few. */
  public void clearDeviations(int hosts) {
    Arrays.fill(c, 0, hosts, Float.NaN);
    Arrays.fill(d, 0, hosts, Float.NaN);
    Arrays.fill(s, 0, hosts, Float.NaN);
    Arrays.fill(z, 0, hosts, Float.NaN);
  }

  /** From y to u, for hosts of which something is known; of others u means nothing. */
  public void standardise(int m, BaselineColumns known) {
    differ(known.hosts, known.mean.of(m));
    standardise(known.hosts, known.variance.of(m), known.floor.of(m));
  }

  private void differ(int hosts, double[] mean) {
    double[] ys = y;
    float[] us = u;
    for (int i = 0; i < hosts; i++) {
      us[i] = (float) (ys[i] - mean[i]);
    }
  }

  private void standardise(int hosts, float[] variance, float[] floor) {
    float[] us = u;
    float[] scales = scale;
    for (int i = 0; i < hosts; i++) {
      float unit = Math.max((float) Math.sqrt(variance[i]), floor[i]);
      scales[i] = unit;
      us[i] = Math.max(-U_CLIP, Math.min(U_CLIP, us[i] / unit));
    }
  }

  /** From u and c to d, s and z: what {@link HostBaseline} says of one host, for all of them. */
  public void deviate(int m, BaselineColumns known, TimeOfDay day, GroupBaseline group) {
    int low = m * TimeOfDay.BINS + day.low();
    int high = m * TimeOfDay.BINS + day.high();
    int hosts = known.hosts;
    float later = (float) day.weight();
    float[] lowBias = known.dayBias.of(low);
    expect(hosts, known.slope.of(m), known.level.of(m), lowBias, known.dayBias.of(high), later);
    blend(hosts, known.seen.of(m), known.spread.of(m), group.spread(m));
    float ofGroup = 0.5f * (float) group.daySpread(m, day);
    vary(hosts, known.daySpread.of(low), known.daySpread.of(high), later, ofGroup);
    hold(hosts, known.floor.of(m));
  }

  private void expect(
      int hosts, float[] slope, float[] level, float[] low, float[] high, float later) {
    float sooner = 1 - later;
    float[] us = u;
    float[] cs = c;
    float[] ds = d;
    for (int i = 0; i < hosts; i++) {
      ds[i] = us[i] - (slope[i] * cs[i] + level[i] + (sooner * low[i] + later * high[i]));
    }
  }

  private void blend(int hosts, float[] seen, float[] spread, double pooled) {
    boolean unknown = Double.isNaN(pooled);
    float weightOfPooled = unknown ? 0 : HostBaseline.POOLED_WEIGHT;
    float ofGroup = unknown ? 0 : (float) pooled;
    float[] spreads = s;
    for (int i = 0; i < hosts; i++) {
      float weight = seen[i] / (seen[i] + weightOfPooled);
      spreads[i] = weight * spread[i] + (1 - weight) * ofGroup;
    }
  }

  private void vary(int hosts, float[] low, float[] high, float later, float ofGroup) {
    float sooner = 1 - later;
    float[] spreads = s;
    for (int i = 0; i < hosts; i++) {
      spreads[i] = spreads[i] * (0.5f * (sooner * low[i] + later * high[i]) + ofGroup);
    }
  }

  private void hold(int hosts, float[] floor) {
    float[] ds = d;
    float[] spreads = s;
    float[] scales = scale;
    float[] zs = z;
    for (int i = 0; i < hosts; i++) {
      float held = Math.max(spreads[i], floor[i] / (3 * scales[i]));
      spreads[i] = held;
      zs[i] = Math.max(-Z_CLIP, Math.min(Z_CLIP, ds[i] / held));
    }
  }
}
