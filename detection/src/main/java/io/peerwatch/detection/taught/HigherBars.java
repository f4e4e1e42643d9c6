package io.peerwatch.detection.taught;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much more than others a host must deviate on single metrics, because people called alarms on
 * them false.
 *
 * <pre>
 *   factor(m) = min(2.5, Π over false alarms that blamed m of  1.3 ^ (1/2 ^ (age / 28 days)))
 * </pre>
 *
 * Deviations of the metric are divided by it. Age is event time.
 */
final class HigherBars {

  static final double STEP = 1.3;
  static final double MOST = 2.5;
  static final double HALF_LIFE_MILLIS = 28 * 86_400_000.0;

  /** One that raises the bar by less than this is forgotten. */
  private static final double FADED = 1.01;

  /** Four count fully, more of them cannot raise the bar higher. */
  private static final int ALARMS_MAX = 16;

  /** One false alarm, and the metrics that it blamed. */
  record Bar(String alertId, long since, int[] metrics) {
    double factorAt(long now) {
      double halvings = Math.max(0, now - since) / HALF_LIFE_MILLIS;
      return StrictMath.pow(STEP, StrictMath.pow(0.5, halvings));
    }
  }

  private final List<Bar> bars = new ArrayList<>();
  private double[] factor = new double[0];

  void raise(String alertId, long since, int[] metrics) {
    bars.add(new Bar(alertId, since, metrics.clone()));
    if (bars.size() > ALARMS_MAX) {
      bars.remove(0);
    }
    refresh(since);
  }

  /** False when the alert raised nothing. */
  boolean takeBack(String alertId, long now) {
    boolean taken = bars.removeIf(bar -> bar.alertId().equals(alertId));
    refresh(now);
    return taken;
  }

  /** Brings factors up to date. */
  void refresh(long now) {
    bars.removeIf(bar -> bar.factorAt(now) < FADED);
    int metrics = 0;
    for (Bar bar : bars) {
      metrics = Math.max(metrics, Arrays.stream(bar.metrics()).max().orElse(-1) + 1);
    }
    factor = new double[metrics];
    Arrays.fill(factor, 1);
    for (Bar bar : bars) {
      for (int m : bar.metrics()) {
        factor[m] = Math.min(MOST, factor[m] * bar.factorAt(now));
      }
    }
  }

  boolean none() {
    return bars.isEmpty();
  }

  /** Of a metric; 1 where nothing raised it. */
  double factor(int m) {
    return m < factor.length ? factor[m] : 1;
  }

  List<Bar> all() {
    return bars;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(bars.size());
    for (Bar bar : bars) {
      out.writeUTF(bar.alertId());
      out.writeLong(bar.since());
      out.writeInt(bar.metrics().length);
      for (int m : bar.metrics()) {
        out.writeInt(m);
      }
    }
  }

  void readInto(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      String alertId = in.readUTF();
      long since = in.readLong();
      int[] metrics = new int[in.readInt()];
      for (int i = 0; i < metrics.length; i++) {
        metrics[i] = in.readInt();
      }
      bars.add(new Bar(alertId, since, metrics));
    }
  }
}
