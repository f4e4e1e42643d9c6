package io.peerwatch.producers.agent;

/**
 * How fast samples go out that waited for an outage to end: {@value #SPEED} times as fast as they
 * were taken.
 *
 * <p>All hosts of a group are cut off together and find their way back within seconds of one
 * another. Were each to send its hour at once, the first ones would be in the present before the
 * last ones have begun, and windows would close without those. At this pace hosts that come back
 * three seconds apart stay half a minute apart, which is the grace of a window.
 */
final class BacklogPace {
  static final int SPEED = 10;

  /** Where samples gave way there is a gap of hours: nobody has anything of it to wait for. */
  private static final long GAP_MILLIS_MAX = 60_000;

  private BacklogPace() {}

  /**
   * How long after the delivery of one sample the next may go, in milliseconds.
   *
   * @param beforeMillis timestamp of the sample that was delivered
   * @param nextMillis timestamp of the next one
   */
  static long pauseMillis(long beforeMillis, long nextMillis) {
    return Math.max(0, Math.min(nextMillis - beforeMillis, GAP_MILLIS_MAX)) / SPEED;
  }
}
