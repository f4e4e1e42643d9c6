package io.peerwatch.detection.verdict;

/** Why a window was not judged. */
public enum NotJudgedReason {
  /** One host alone. */
  NO_PEERS,
  /** Too little history to know what is usual. */
  WARMING,
  /** Fewer hosts reported than a comparison needs. */
  TOO_FEW_REPORTED,
  /** No metric that enough hosts share. */
  NO_METRICS
}
