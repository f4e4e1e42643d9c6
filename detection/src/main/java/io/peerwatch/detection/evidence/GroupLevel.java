package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The level that a group's medians had when a shift began, and what the shift looks like. */
final class GroupLevel {
  private boolean held;
  private double[] level = new double[0];
  private double[] deviation = new double[0];
  private double[] worst = new double[0];
  private double worstSquare;

  void grow(int metrics) {
    level = Doubles.grown(level, metrics, 0);
    deviation = Doubles.grown(deviation, metrics, Double.NaN);
    worst = Doubles.grown(worst, metrics, 0);
  }

  boolean held() {
    return held;
  }

  void hold(double[] levels, double[] deviations) {
    held = true;
    worstSquare = 0;
    System.arraycopy(levels, 0, level, 0, levels.length);
    System.arraycopy(deviations, 0, deviation, 0, deviations.length);
    likeness();
  }

  void release() {
    held = false;
  }

  void copyTo(double[] levels) {
    System.arraycopy(level, 0, levels, 0, levels.length);
  }

  double level(int m) {
    return level[m];
  }

  double deviation(int m) {
    return deviation[m];
  }

  void compare(int m, double deviationNow) {
    deviation[m] = deviationNow;
  }

  /** How much of its worst look shows; a look that is larger than any before is the worst. */
  double likeness() {
    double square = 0;
    double common = 0;
    for (int m = 0; m < deviation.length; m++) {
      double now = Double.isNaN(deviation[m]) ? 0 : deviation[m];
      square += now * now;
      common += now * worst[m];
    }
    if (square > worstSquare) {
      worstSquare = square;
      for (int m = 0; m < deviation.length; m++) {
        worst[m] = Double.isNaN(deviation[m]) ? 0 : deviation[m];
      }
      return 1;
    }
    return worstSquare > 0 ? common / worstSquare : 0;
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(held);
    Doubles.write(level, out);
    Doubles.write(deviation, out);
    Doubles.write(worst, out);
    out.writeDouble(worstSquare);
  }

  void readInto(DataInput in) throws IOException {
    held = in.readBoolean();
    level = Doubles.read(in);
    deviation = Doubles.read(in);
    worst = Doubles.read(in);
    worstSquare = in.readDouble();
  }
}
