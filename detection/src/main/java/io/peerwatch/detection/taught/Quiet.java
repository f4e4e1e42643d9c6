package io.peerwatch.detection.taught;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A trouble of a host of which a person said that nothing is wrong, while it lasts: it is not told
 * again. It ends when the host has been calm, when it gets clearly worse, or when other metrics
 * carry half of the blame.
 *
 * @param metrics numbers of those that were blamed; empty for all
 * @param size of the difference when it was judged, as {@link Difference#size} tells it
 * @param calm windows in a row without it
 */
record Quiet(String alertId, Opinion kind, long since, int[] metrics, double size, int calm) {

  private static final double CALM_RATIO = 0.6;
  private static final int CALM_WINDOWS = 4;
  private static final double WORSE_FACTOR = 2;
  private static final double SHARE = 0.5;

  /** After one more window; null when it is over. */
  Quiet after(double ratio) {
    int windows = ratio < CALM_RATIO ? calm + 1 : 0;
    return windows >= CALM_WINDOWS ? null : new Quiet(alertId, kind, since, metrics, size, windows);
  }

  /**
   * Whether a finding is the same trouble.
   *
   * @param share of the blame by metric
   */
  boolean covers(Difference now, double[] share) {
    double covered = 0;
    for (int m : metrics) {
      covered += m < share.length ? share[m] : 0;
    }
    boolean same = metrics.length == 0 || covered >= SHARE;
    return same && now.size(metrics) <= WORSE_FACTOR * size;
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(alertId);
    out.writeUTF(kind.name());
    out.writeLong(since);
    out.writeInt(metrics.length);
    for (int m : metrics) {
      out.writeInt(m);
    }
    out.writeDouble(size);
    out.writeInt(calm);
  }

  static Quiet read(DataInput in) throws IOException {
    String alertId = in.readUTF();
    Opinion kind = Opinion.valueOf(in.readUTF());
    long since = in.readLong();
    int[] metrics = new int[in.readInt()];
    for (int i = 0; i < metrics.length; i++) {
      metrics[i] = in.readInt();
    }
    return new Quiet(alertId, kind, since, metrics, in.readDouble(), in.readInt());
  }
}
