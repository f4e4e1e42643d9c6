package io.peerwatch.producers.replay;

/** What becomes of the recorded times. */
public enum Times {
  /** They stay as they are; the topic must keep samples that old. */
  KEEP,
  /**
   * All are shifted alike, so that the first sample of the files plays at the start of the replay.
   * Faster than real time they run ahead of the clock, because the distances between them stay.
   */
  NOW
}
