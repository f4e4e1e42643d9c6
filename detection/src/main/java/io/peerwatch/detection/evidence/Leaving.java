package io.peerwatch.detection.evidence;

/** Ways in which a host leaves its usual wandering; each has a threshold of its own. */
public enum Leaving {
  /** It stepped away within the last half hour of windows of five minutes. */
  SUDDEN,
  /** It has been off for about an hour. */
  LASTING,
  /** It moves more than it uses to. */
  RESTLESS
}
