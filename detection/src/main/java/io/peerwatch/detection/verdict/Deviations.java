package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.Lowest;
import io.peerwatch.detection.baseline.MetricColumn;
import io.peerwatch.detection.evidence.Window;

/**
 * The deviations of a window as evidence is gathered from them: for each metric a column over the
 * places of hosts, with 0 where there is none, and which those are.
 */
final class Deviations {

  /** After so many windows that all hosts told a metric in, its columns with gaps are given up. */
  private static final int KEPT_WINDOWS = 60;

  private final Lowest lowest = new Lowest();
  private Attendance present;
  private int metrics;
  private float[][] cleaned = new float[0][];
  private float[][] ownTold = new float[0][];

  /** By metric: windows in a row that were whole. */
  private int[] wholeWindows = new int[0];

  /** Deviations in spreads; of metrics that all hosts told, the column that was compared. */
  private float[][] z = new float[0][];

  /** 1 where there is a deviation, else 0. */
  private float[][] told = new float[0][];

  /** Takes in the compared columns; of hosts that do not report, deviations become 0. */
  void take(MetricColumn[] columns, int count, Attendance attendance) {
    present = attendance;
    metrics = count;
    if (z.length < count) {
      z = new float[count][];
      told = new float[count][];
      cleaned = new float[count][];
      ownTold = new float[count][];
      wholeWindows = new int[count];
    }
    for (int m = 0; m < count; m++) {
      take(m, columns[m].z);
    }
  }

  private void take(int m, float[] of) {
    clearAbsent(of);
    if (lowest.allAtLeast(-MetricColumn.Z_CLIP, of, 0, present.places)) {
      z[m] = of;
      told[m] = present.reports;
      if (++wholeWindows[m] > KEPT_WINDOWS) {
        cleaned[m] = null;
        ownTold[m] = null;
      }
      return;
    }
    wholeWindows[m] = 0;
    if (cleaned[m] == null || cleaned[m].length < present.places) {
      cleaned[m] = new float[present.places];
      ownTold[m] = new float[present.places];
    }
    z[m] = cleaned[m];
    told[m] = ownTold[m];
    for (int i = 0; i < present.places; i++) {
      boolean missing = Float.isNaN(of[i]) || present.absent[i] > 0;
      cleaned[m][i] = missing ? 0 : of[i];
      ownTold[m][i] = missing ? 0 : 1;
    }
  }

  private void clearAbsent(float[] of) {
    for (int i = 0; i < present.absentHosts; i++) {
      of[present.absentPlaces[i]] = 0;
    }
  }

  /** Puts 0 where there is no deviation of the metric. */
  void clear(int m, float[] values) {
    clearAbsent(values);
    for (int i = 0; i < present.places && !whole(m); i++) {
      values[i] = told[m][i] > 0 ? values[i] : 0;
    }
  }

  /** Whether every host that reports has a deviation of the metric. */
  boolean whole(int m) {
    return told[m] == present.reports;
  }

  float[][] z() {
    return z;
  }

  float[][] told() {
    return told;
  }

  /** Lets a step look at deviations of the window, some hosts and one metric at a time. */
  void each(Window window, float[][] of, Runnable step) {
    window.grow(present.places);
    window.absent = present.absent;
    for (int from = 0; from < present.places; from += Window.BLOCK) {
      window.from = from;
      window.to = Math.min(present.places, from + Window.BLOCK);
      for (int m = 0; m < metrics; m++) {
        window.metric = m;
        window.w = of[m];
        window.told = told[m];
        step.run();
      }
    }
  }
}
