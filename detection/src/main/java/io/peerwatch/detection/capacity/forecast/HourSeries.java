package io.peerwatch.detection.capacity.forecast;

/** A figure by hour. */
public interface HourSeries {

  /** First hour that may be known, counted from the epoch. */
  long firstHour();

  /** Last hour that may be known, inclusive. */
  long lastHour();

  /** The figure of one hour; NaN where it is not known. */
  double of(long hour);
}
