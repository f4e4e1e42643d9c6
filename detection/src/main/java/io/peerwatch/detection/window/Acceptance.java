package io.peerwatch.detection.window;

/** What became of a sample that was offered to its group. */
public enum Acceptance {
  ACCEPTED,
  /** The same host and timestamp was there before; nothing changed. */
  DUPLICATE,
  /** Its window was judged before; counted by host, never re-judged. */
  LATE,
  /** A host over the bound; nothing changed. */
  TOO_MANY_HOSTS,
  /** A metric name over the bound; nothing changed. */
  TOO_MANY_METRICS
}
