package io.peerwatch.detection.metric;

/** Which way of a metric is trouble. Both ways are always found; only the severity differs. */
public enum Worse {
  UP,
  DOWN,
  BOTH
}
