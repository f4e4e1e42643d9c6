package io.peerwatch.detection.laboratory;

/** How a host goes wrong. */
public enum FaultKind {
  /** Some metrics rise and stay. */
  STEP,
  /** Some metrics rise evenly, up to twice the strength. */
  LEAK,
  /** Three windows of twice the strength. */
  SPIKE,
  /** Some metrics repeat one value. */
  STUCK,
  /** The host's own noise grows. */
  VARIANCE,
  /** Some metrics fall and stay. */
  DROP,
  /** The host shows what its peers did an hour ago. */
  LAG,
  /** A step that comes and goes every four windows. */
  FLAP,
  /** The host reports nothing. */
  SILENCE
}
