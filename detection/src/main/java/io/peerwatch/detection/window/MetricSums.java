package io.peerwatch.detection.window;

import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Exact sums of the values of several metrics, side by side. Two doubles hold nearly every sum
 * without error: its value rounded, and what the rounding left. The few that need more are handed
 * to an {@link ExactSum}.
 */
final class MetricSums {
  private static final int ONE = 0;
  private static final int TWO = 1;
  private static final int MANY = 2;
  private static final int KINDS = 3;

  private final int[] counts;
  private final double[] high;
  private final double[] low;

  /** Those that two doubles cannot hold; null while there is none. */
  private ExactSum[] large;

  MetricSums(int metrics) {
    counts = new int[metrics];
    high = new double[metrics];
    low = new double[metrics];
  }

  void add(int i, double value) {
    counts[i]++;
    if (large != null && large[i] != null) {
      large[i].add(value);
      return;
    }
    double l = low[i];
    double h = high[i];
    double lower = value + l;
    double ofLower = lower - value;
    double lost = (value - (lower - ofLower)) + (l - ofLower);
    double sum = lower + h;
    double ofSum = sum - lower;
    double rest = (lower - (sum - ofSum)) + (h - ofSum);
    if (lost == 0) {
      high[i] = sum;
      low[i] = rest;
    } else if (rest == 0) {
      high[i] = sum + lost;
      double ofHigh = high[i] - sum;
      low[i] = (sum - (high[i] - ofHigh)) + (lost - ofHigh);
    } else {
      addRest(i, lost, rest, sum);
    }
  }

  /** Mostly what two additions left is itself the sum of both, without error. */
  private void addRest(int i, double lost, double rest, double sum) {
    double left = lost + rest;
    double ofLeft = left - rest;
    if ((lost - ofLeft) + (rest - (left - ofLeft)) != 0) {
      enlarge(i, lost, rest, sum);
      return;
    }
    high[i] = sum + left;
    double ofHigh = high[i] - sum;
    low[i] = (sum - (high[i] - ofHigh)) + (left - ofHigh);
  }

  private void enlarge(int i, double... partials) {
    if (large == null) {
      large = new ExactSum[counts.length];
    }
    large[i] = ExactSum.of(counts[i], partials);
  }

  /** Mean of the values; NaN when there are none. */
  double mean(int i) {
    if (large != null && large[i] != null) {
      return large[i].mean();
    }
    return counts[i] == 0 ? Double.NaN : high[i] / counts[i];
  }

  /** The same with more places; each sum goes where {@code to} says. */
  MetricSums spread(int metrics, int[] to) {
    MetricSums wider = new MetricSums(metrics);
    for (int i = 0; i < to.length; i++) {
      wider.counts[to[i]] = counts[i];
      wider.high[to[i]] = high[i];
      wider.low[to[i]] = low[i];
      if (large != null && large[i] != null) {
        wider.large = wider.large == null ? new ExactSum[metrics] : wider.large;
        wider.large[to[i]] = large[i];
      }
    }
    return wider;
  }

  void write(DataOutput out) throws IOException {
    for (int i = 0; i < counts.length; i++) {
      boolean many = large != null && large[i] != null;
      int kind = many ? MANY : low[i] != 0 ? TWO : ONE;
      Varints.write((long) counts[i] * KINDS + kind, out);
      if (many) {
        large[i].write(out);
      } else {
        out.writeDouble(high[i]);
      }
      if (kind == TWO) {
        out.writeDouble(low[i]);
      }
    }
  }

  void readInto(DataInput in) throws IOException {
    for (int i = 0; i < counts.length; i++) {
      long countAndKind = Varints.read(in);
      counts[i] = (int) (countAndKind / KINDS);
      int kind = (int) (countAndKind % KINDS);
      if (kind == MANY) {
        large = large == null ? new ExactSum[counts.length] : large;
        large[i] = ExactSum.read(in);
      } else {
        high[i] = in.readDouble();
      }
      if (kind == TWO) {
        low[i] = in.readDouble();
      }
    }
  }
}
