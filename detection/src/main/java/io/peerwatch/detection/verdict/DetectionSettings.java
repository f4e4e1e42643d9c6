package io.peerwatch.detection.verdict;

import io.peerwatch.detection.metric.MetricDictionary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a group's policy says of detection. Nothing else has to be tuned: thresholds follow from the
 * budget, and every slow figure learns by half-lives in days, so that any window length works.
 *
 * @param windowMillis length of a window, above 0
 * @param falseAlarmsPerWeek alarms per group and week that the user accepts to be false, above 0
 * @param warmUpWindows windows that a group, and a host within it, is seen before it is judged
 * @param warmUpMillis time that must have passed as well
 * @param workMetric the metric that counts a host's work, so that hosts are compared at equal work;
 *     null for the one that the dictionary knows, {@link #NO_WORK} for none
 * @param metrics what is known of metrics
 */
public record DetectionSettings(
    long windowMillis,
    double falseAlarmsPerWeek,
    int warmUpWindows,
    long warmUpMillis,
    String workMetric,
    MetricDictionary metrics) {

  /** Stands for no work metric, also where there is one. */
  public static final String NO_WORK = "none";

  public static final double FALSE_ALARMS_PER_WEEK = 1;
  public static final int WARM_UP_WINDOWS = 60;
  public static final long WARM_UP_MILLIS = 3_600_000L;
  private static final double DAY_MILLIS = 86_400_000.0;

  public DetectionSettings {
    if (windowMillis <= 0) {
      throw new IllegalArgumentException("windowMillis must be above 0, not " + windowMillis);
    }
    if (!(falseAlarmsPerWeek > 0) || Double.isInfinite(falseAlarmsPerWeek)) {
      throw new IllegalArgumentException(
          "falseAlarmsPerWeek must be above 0 and finite, not " + falseAlarmsPerWeek);
    }
    if (warmUpWindows < 1 || warmUpMillis < 0) {
      throw new IllegalArgumentException("warm-up must be at least one window and not negative");
    }
  }

  /** The defaults for a window length. */
  public static DetectionSettings of(long windowMillis) {
    return new DetectionSettings(
        windowMillis,
        FALSE_ALARMS_PER_WEEK,
        WARM_UP_WINDOWS,
        WARM_UP_MILLIS,
        null,
        MetricDictionary.standard());
  }

  /** The same for windows of another length. */
  public DetectionSettings withWindowMillis(long millis) {
    return new DetectionSettings(
        millis, falseAlarmsPerWeek, warmUpWindows, warmUpMillis, workMetric, metrics);
  }

  public DetectionSettings withFalseAlarmsPerWeek(double falseAlarms) {
    return new DetectionSettings(
        windowMillis, falseAlarms, warmUpWindows, warmUpMillis, workMetric, metrics);
  }

  /**
   * @param metric name of the work metric, {@link #NO_WORK} or null
   */
  public DetectionSettings withWorkMetric(String metric) {
    return new DetectionSettings(
        windowMillis, falseAlarmsPerWeek, warmUpWindows, warmUpMillis, metric, metrics);
  }

  public DetectionSettings withMetrics(MetricDictionary dictionary) {
    return new DetectionSettings(
        windowMillis, falseAlarmsPerWeek, warmUpWindows, warmUpMillis, workMetric, dictionary);
  }

  /** Length of a window in days. */
  public double windowDays() {
    return windowMillis / DAY_MILLIS;
  }

  /** Windows in a week. */
  public double windowsPerWeek() {
    return 7 / windowDays();
  }

  /** Writes all of it; {@link #read} makes the same of it. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(windowMillis);
    out.writeDouble(falseAlarmsPerWeek);
    out.writeInt(warmUpWindows);
    out.writeLong(warmUpMillis);
    out.writeUTF(workMetric == null ? "" : workMetric);
    metrics.write(out);
  }

  public static DetectionSettings read(DataInput in) throws IOException {
    return new DetectionSettings(
        in.readLong(),
        in.readDouble(),
        in.readInt(),
        in.readLong(),
        nullIfEmpty(in.readUTF()),
        MetricDictionary.read(in));
  }

  private static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
