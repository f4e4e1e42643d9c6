package io.peerwatch.detection.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the hosts of a group have in common, by metric: pooled variance and spread, for hosts that
 * are little known, how much the spread varies over the day, and how large values are, which gives
 * metrics without a described unit their smallest difference that matters.
 */
public final class GroupBaseline {

  private static final double RATIO_MAX = 4;
  private static final double MAGNITUDE_HALF_LIFE_DAYS = 14;

  private double age;
  private double[] variance = new double[0];
  private double[] spread = new double[0];
  private double[] magnitude = new double[0];
  private double[] daySpread = new double[0];

  /** How much the number of peers adds to spreads; 0 before it is known. */
  private double[] peerNoise = new double[0];

  private final Forgetting ofMagnitude = new Forgetting(MAGNITUDE_HALF_LIFE_DAYS);

  public void grow(int metrics) {
    variance = Doubles.grown(variance, metrics, Double.NaN);
    spread = Doubles.grown(spread, metrics, Double.NaN);
    magnitude = Doubles.grown(magnitude, metrics, 0);
    peerNoise = Doubles.grown(peerNoise, metrics, 0);
    daySpread = Doubles.grown(daySpread, metrics * TimeOfDay.BINS, 1);
  }

  /** Windows that the group was compared in. */
  public double age() {
    return age;
  }

  /** Pooled variance of transformed values; NaN before it is known. */
  public double variance(int m) {
    return variance[m];
  }

  /** Pooled spread of residuals in standard units; NaN before it is known. */
  public double spread(int m) {
    return spread[m];
  }

  /** Largest absolute value lately, in the metric's unit. */
  public double magnitude(int m) {
    return magnitude[m];
  }

  public double daySpread(int m, TimeOfDay day) {
    return day.of(daySpread, m);
  }

  public void setPooled(int m, double pooledVariance, double pooledSpread) {
    variance[m] = pooledVariance;
    spread[m] = pooledSpread;
  }

  /**
   * Takes in how much the number of peers adds to spreads now; the group's own spread follows.
   *
   * @return by what factor spreads that were learned before must be taken; 1 is no change
   */
  public double becomes(int m, double noise) {
    double before = peerNoise[m];
    peerNoise[m] = noise;
    if (before == 0 || before == noise) {
      return 1;
    }
    spread[m] *= noise / before;
    return noise / before;
  }

  /** Takes in the largest absolute value of a window. */
  public void learnMagnitude(int m, double largest, LearningSteps steps) {
    double decay = ofMagnitude.step(1 / steps.windowsPerDay());
    magnitude[m] = Math.max(largest, magnitude[m] * (1 - decay));
  }

  /** Takes in the mean of |residual| over spread of a window's hosts, 1 when as usual. */
  public void learnDaySpread(int m, double ratio, TimeOfDay day, LearningSteps steps) {
    double visits = age / TimeOfDay.BINS + steps.windowsPerDay() / 4;
    double step = Math.max(steps.day(), 1 / visits);
    day.add(daySpread, m, step * (Math.min(RATIO_MAX, ratio) - day.of(daySpread, m)));
  }

  public void countWindow() {
    age++;
  }

  public void write(DataOutput out) throws IOException {
    out.writeDouble(age);
    Doubles.write(variance, out);
    Doubles.write(spread, out);
    Doubles.write(magnitude, out);
    Doubles.write(daySpread, out);
    Doubles.write(peerNoise, out);
  }

  public static GroupBaseline read(DataInput in) throws IOException {
    GroupBaseline read = new GroupBaseline();
    read.age = in.readDouble();
    read.variance = Doubles.read(in);
    read.spread = Doubles.read(in);
    read.magnitude = Doubles.read(in);
    read.daySpread = Doubles.read(in);
    read.peerNoise = Doubles.read(in);
    return read;
  }
}
