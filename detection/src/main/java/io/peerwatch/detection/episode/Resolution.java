package io.peerwatch.detection.episode;

/** Why an episode ended. */
public enum Resolution {
  /** Apart no longer. */
  RECOVERED,
  /** The host left the group. */
  REMOVED,
  /** Another verdict took over. */
  RECLASSIFIED,
  /** A person accepted it as the new normal. */
  ACKNOWLEDGED,
  /** Nothing was heard of it for too long. */
  EXPIRED
}
