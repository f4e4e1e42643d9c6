package io.peerwatch.detection.evidence;

/** Ways in which a host leaves its usual wandering; each has a threshold of its own. */
public enum Leaving {
  /** It stepped away within the last half hour of windows of five minutes. */
  SUDDEN,
  /** It has been off for about an hour. */
  LASTING,
  /** It has been off for some hours, by however little, and more than it uses to be. */
  LINGERING,
  /** It moves more than it uses to. */
  RESTLESS
}
