package io.peerwatch.producers.replay;

import io.peerwatch.producers.publish.Speed;

/**
 * When a recorded sample plays, and with which time.
 *
 * @param firstMillis recorded time of the first sample, in epoch milliseconds
 * @param startMillis when it plays, in epoch milliseconds
 * @param shiftMillis what is added to every recorded time
 */
record ReplayTimes(long firstMillis, long startMillis, long shiftMillis, Speed speed) {

  static ReplayTimes of(Recording recording, ReplaySettings settings, long startMillis) {
    long shift = settings.times() == Times.NOW ? startMillis - recording.firstMillis() : 0;
    return new ReplayTimes(recording.firstMillis(), startMillis, shift, settings.speed());
  }

  /**
   * The moment of the clock at which a sample is due; one from before the first is due at once, and
   * so are those that follow later ones out of order.
   */
  long dueMillis(long recordedMillis) {
    long since = recordedMillis - firstMillis;
    return since <= 0 || speed.isMax() ? startMillis : startMillis + speed.clockMillis(since);
  }
}
