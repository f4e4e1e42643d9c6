package io.peerwatch.detection.verdict;

/** How much a finding matters: look when there is time, look today, wake someone. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL
}
