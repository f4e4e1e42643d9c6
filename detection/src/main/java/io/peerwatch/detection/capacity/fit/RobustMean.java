package io.peerwatch.detection.capacity.fit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A mean that forgets and that single values cannot pull far: once it knows its scatter, a value
 * beyond three times it counts as if it lay there (Huber, "Robust Estimation of a Location
 * Parameter", 1964).
 */
final class RobustMean {
  private static final int LEARNING = 4;
  private static final double CLIPPED = 3; // mean absolute deviations
  private static final double SCATTER_MIN = 0.02; // of the mean
  private static final double MEMORY = 200; // values after which it moves no slower

  private double mean;
  private double scatter;

  /**
   * Takes a value.
   *
   * @param before weight of the values so far
   */
  void add(double value, double before) {
    double distance = value - mean;
    double clip = CLIPPED * Math.max(scatter, SCATTER_MIN * Math.abs(mean));
    boolean learning = before < LEARNING;
    double step = learning ? distance : Math.max(-clip, Math.min(clip, distance));
    double share = 1 / (Math.min(before, MEMORY) + 1);
    mean += share * step;
    scatter += share * (Math.abs(step) - scatter);
  }

  double mean() {
    return mean;
  }

  /** Mean absolute deviation. */
  double scatter() {
    return scatter;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(mean);
    out.writeDouble(scatter);
  }

  static RobustMean read(DataInput in) throws IOException {
    RobustMean read = new RobustMean();
    read.mean = in.readDouble();
    read.scatter = in.readDouble();
    return read;
  }
}
