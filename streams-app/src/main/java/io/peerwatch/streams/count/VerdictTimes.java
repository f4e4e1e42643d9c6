package io.peerwatch.streams.count;

/**
 * When the records lay on the log that closed windows since the last commit. Verdicts of one record
 * share an entry; beyond a bound later ones are taken as of the last one's time, which is near.
 */
final class VerdictTimes {
  private static final int TIMES_MAX = 1_024;

  private final long[] recordMillis = new long[TIMES_MAX];
  private final int[] verdicts = new int[TIMES_MAX];
  private int size;

  /** Takes them, in epoch milliseconds, with how many verdicts each gave. */
  interface Each {
    void take(long recordMillis, int verdicts);
  }

  void add(long millis) {
    if (size == 0 || (recordMillis[size - 1] != millis && size < TIMES_MAX)) {
      recordMillis[size] = millis;
      verdicts[size++] = 0;
    }
    verdicts[size - 1]++;
  }

  /** Hands them out and forgets them. */
  void drain(Each each) {
    for (int i = 0; i < size; i++) {
      each.take(recordMillis[i], verdicts[i]);
    }
    size = 0;
  }
}
