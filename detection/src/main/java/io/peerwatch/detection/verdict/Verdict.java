package io.peerwatch.detection.verdict;

/** What can be found. The names are those of the Avro enum in the contracts. */
public enum Verdict {
  LONE_HOST,
  SILENT_HOST,
  SKEWED_CLOCK,
  GROUP_SHIFT,
  SUBGROUP,
  PAIR_DIVERGED,
  GROUP_SILENT;

  /** Whether it is said of one host rather than of the whole group. */
  public boolean ofHost() {
    return this == LONE_HOST || this == SILENT_HOST || this == SKEWED_CLOCK;
  }
}
