package io.peerwatch.detection.capacity;

/**
 * What a group does in the site, which decides what more room means for it. The names are those of
 * the Avro enum in the contracts; a group whose tier nobody told is taken for APPLICATION.
 */
public enum Tier {
  /** Holds no state: more hosts carry more. */
  APPLICATION,
  /** Holds state: reads scale with memory and copies, writes with neither. */
  DATABASE,
  /** Holds copies in memory. */
  CACHE,
  /** Works through jobs. */
  BATCH,
  /** Spreads requests over others. */
  BALANCER
}
