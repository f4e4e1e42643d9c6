package io.peerwatch.streams.count;

/** The numbers of one moment, between two commits. */
public final class Snapshot {
  private final long[] totals;
  private final long openSamples;

  Snapshot(long[] totals, long openSamples) {
    this.totals = totals;
    this.openSamples = openSamples;
  }

  /**
   * @param combination index among {@link Counted#labelValues()}
   */
  public long of(Counted counted, int combination) {
    return totals[counted.at(combination)];
  }

  /** Over all values of its labels. */
  public long of(Counted counted) {
    long sum = 0;
    for (int i = 0; i < counted.labelValues().size(); i++) {
      sum += of(counted, i);
    }
    return sum;
  }

  /** Samples in windows that are not closed yet. */
  public long openSamples() {
    return openSamples;
  }
}
