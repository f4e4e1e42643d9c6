package io.peerwatch.producers.simulate.machine;

import java.util.Arrays;

/** The tasks that run or wait, averaged over 1, 5 and 15 minutes as kernels do: exponentially. */
final class LoadAverages {
  private static final double[] MINUTES = {1, 5, 15};

  private final double[] keep = new double[MINUTES.length];
  private final double[] averages = new double[MINUTES.length];
  private boolean started;

  LoadAverages(double stepSeconds) {
    for (int i = 0; i < MINUTES.length; i++) {
      keep[i] = StrictMath.exp(-stepSeconds / (60 * MINUTES[i]));
    }
  }

  /** Takes the tasks of now; the first value stands for a long past of it. */
  void add(double tasks) {
    for (int i = 0; i < averages.length; i++) {
      averages[i] = started ? keep[i] * averages[i] + (1 - keep[i]) * tasks : tasks;
    }
    started = true;
  }

  /** Forgets the past, as a boot does. */
  void reset() {
    started = true;
    Arrays.fill(averages, 0);
  }

  double oneMinute() {
    return averages[0];
  }

  double fiveMinutes() {
    return averages[1];
  }

  double fifteenMinutes() {
    return averages[2];
  }
}
