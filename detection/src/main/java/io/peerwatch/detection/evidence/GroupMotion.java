package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.LearningSteps;
import io.peerwatch.detection.baseline.TimeOfDay;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How a group moves as a whole: the peers' median of each metric against its own last hour and its
 * own time of day. Its one channel is the smaller of the last two windows' RMS of clipped
 * deviations over metrics, so that one odd window is no shift.
 */
public final class GroupMotion {

  private static final double LEVEL_HALF_LIFE_DAYS = 1.0 / 24;
  private static final double SPREAD_MIN = 0.1;
  private static final double CLIP = 6;
  private static final double SD_PER_MAD = 1.2533141373155003;

  private double[] seen = new double[0];
  private double[] level = new double[0];
  private double[] spread = new double[0];
  private double[] dayBias = new double[0];
  private double[] trend = new double[0];
  private double before;
  private double now;
  private double[] deviation = new double[0];

  public void grow(int metrics) {
    seen = Doubles.grown(seen, metrics, 0);
    level = Doubles.grown(level, metrics, 0);
    spread = Doubles.grown(spread, metrics, 1);
    deviation = Doubles.grown(deviation, metrics, Double.NaN);
    trend = Doubles.grown(trend, metrics, Double.NaN);
    dayBias = Doubles.grown(dayBias, metrics * TimeOfDay.BINS, 0);
  }

  /** Compares the medians of a window with what they were; NaN where a metric is missing. */
  public void compare(double[] medians, int metrics, TimeOfDay day) {
    double squares = 0;
    int known = 0;
    for (int m = 0; m < metrics; m++) {
      deviation[m] = (medians[m] - expected(m, day)) / Math.max(SPREAD_MIN, spread[m]);
      if (seen[m] < 2) {
        deviation[m] = Double.NaN;
      }
      if (!Double.isNaN(deviation[m])) {
        double clipped = Doubles.clip(deviation[m], CLIP);
        squares += clipped * clipped;
        known++;
      }
    }
    before = now;
    now = known == 0 ? 0 : Math.sqrt(squares / known);
  }

  /** What a median changed against its last hour, in standard units; NaN where it is new. */
  public double change(int m, double median) {
    return median - trend[m];
  }

  /** The channel of the window compared last. */
  public double channel() {
    return Math.min(before, now);
  }

  /** Where the median was to be expected, in standard units. */
  public double expected(int m, TimeOfDay day) {
    return level[m] + day.of(dayBias, m);
  }

  /** Deviation of the median in the window compared last, in spreads; NaN where missing. */
  public double deviation(int m) {
    return deviation[m];
  }

  public double spread(int m) {
    return Math.max(SPREAD_MIN, spread[m]);
  }

  public void learn(double[] medians, int metrics, TimeOfDay day, LearningSteps steps) {
    double follow = LearningSteps.steady(1 / steps.windowsPerDay(), LEVEL_HALF_LIFE_DAYS);
    for (int m = 0; m < metrics; m++) {
      if (Double.isNaN(medians[m])) {
        continue;
      }
      trend[m] = Double.isNaN(trend[m]) ? medians[m] : trend[m] + follow * (medians[m] - trend[m]);
      double error = medians[m] - expected(m, day);
      double clipped = seen[m] < 16 ? error : Doubles.clip(error, 4 * spread(m));
      level[m] += Math.max(follow, 1 / (seen[m] + 1)) * error;
      double visits = seen[m] / TimeOfDay.BINS + steps.windowsPerDay() / 4;
      day.add(dayBias, m, Math.max(steps.day(), 1 / visits) * clipped);
      double size = Math.abs(clipped) * SD_PER_MAD;
      spread[m] += LearningSteps.step(steps.spread(), seen[m]) * (size - spread[m]);
      seen[m]++;
    }
  }

  public void write(DataOutput out) throws IOException {
    Doubles.write(seen, out);
    Doubles.write(level, out);
    Doubles.write(spread, out);
    Doubles.write(dayBias, out);
    Doubles.write(trend, out);
    out.writeDouble(before);
    out.writeDouble(now);
  }

  public void readInto(DataInput in) throws IOException {
    seen = Doubles.read(in);
    level = Doubles.read(in);
    spread = Doubles.read(in);
    dayBias = Doubles.read(in);
    trend = Doubles.read(in);
    before = in.readDouble();
    now = in.readDouble();
    deviation = Doubles.grown(new double[0], seen.length, Double.NaN);
  }
}
