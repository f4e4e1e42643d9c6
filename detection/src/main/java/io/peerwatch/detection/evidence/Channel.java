package io.peerwatch.detection.evidence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One way of looking at a host's deviations, on a scale of its own usual values over all hosts: 0
 * is the 90 % quantile of the last two weeks, 1 the 99 % quantile.
 */
public final class Channel {

  private static final double HALF_LIFE_DAYS = 14;

  private final double usualMin;
  private final double gapMin;
  private final DecayingHistogram values = new DecayingHistogram();
  private double usual;
  private double gap;
  private double rare;

  /**
   * @param usualMin the 90 % quantile is taken for at least this, so that a group that hardly
   *     deviates at all does not alert on trifles
   * @param gapMin least distance between the quantiles
   */
  public Channel(double usualMin, double gapMin) {
    this.usualMin = usualMin;
    this.gapMin = gapMin;
    solve();
  }

  public void add(double value) {
    values.add(value);
  }

  /** On the channel's scale. */
  public double rescaled(double value) {
    return (value - usual) / gap;
  }

  /** The 99.5 % quantile. */
  public double rare() {
    return rare;
  }

  /** Makes the scale follow what was added; {@code days} since the last time. */
  public void solve(double days) {
    values.decay(StrictMath.pow(0.5, days / HALF_LIFE_DAYS));
    solve();
  }

  private void solve() {
    usual = Math.max(usualMin, values.quantile(0.9));
    gap = Math.max(gapMin, values.quantile(0.99) - usual);
    rare = Math.max(usual + gap, values.quantile(0.995));
  }

  public void write(DataOutput out) throws IOException {
    values.write(out);
    out.writeDouble(usual);
    out.writeDouble(gap);
    out.writeDouble(rare);
  }

  public void readInto(DataInput in) throws IOException {
    values.readInto(in);
    usual = in.readDouble();
    gap = in.readDouble();
    rare = in.readDouble();
  }
}
