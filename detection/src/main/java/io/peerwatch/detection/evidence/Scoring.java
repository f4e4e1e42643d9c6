package io.peerwatch.detection.evidence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One score of a group with all that it needs to keep its budget: channels on their own scale, the
 * hourly maxima of the past, and the threshold that follows.
 */
public final class Scoring {

  /**
   * With it the threshold of the first judged window, 12.2, lies just under the most that one
   * metric alone can bring to {@link Departure}'s channels: what is plainly wrong is seen at once.
   */
  private static final double NEWBORN_HOST = 7.5;

  private final Channel[] channels;
  private final double[] weights;
  private final BlockMaxima maxima;
  private final BudgetThreshold rule;
  private double threshold;

  private Scoring(Channel[] channels, double[] weights, BudgetThreshold rule) {
    this.channels = channels;
    this.weights = weights;
    this.maxima = new BlockMaxima(channels.length);
    this.rule = rule;
    this.threshold = Double.POSITIVE_INFINITY;
  }

  /** The score of a host: S = (A + 2 B + C) / 4 of {@link HostTrail}'s channels. */
  public static Scoring ofHosts() {
    Channel[] channels = {new Channel(0.6, 0.15), new Channel(0.2, 0.06), new Channel(0.8, 0.25)};
    return new Scoring(
        channels, new double[] {0.25, 0.5, 0.25}, new BudgetThreshold(1, 4, NEWBORN_HOST));
  }

  /** The score of the k-th host, which tells of a subgroup. */
  public static Scoring ofSubgroups() {
    Channel[] channels = {new Channel(0.6, 0.15), new Channel(0.2, 0.06), new Channel(0.8, 0.25)};
    return new Scoring(channels, new double[] {0.25, 0.5, 0.25}, new BudgetThreshold(1, 3, 7));
  }

  /** The score of a whole group: {@link GroupMotion}'s channel. */
  public static Scoring ofGroup() {
    return new Scoring(
        new Channel[] {new Channel(1, 2)},
        new double[] {1},
        new BudgetThreshold(1, 4, 9).ofTailAlone());
  }

  /** The score of hosts that trail behind: {@link Following}'s channel. */
  public static Scoring ofLag() {
    return new Scoring(
        new Channel[] {new Channel(0.5, 0.25)},
        new double[] {1},
        new BudgetThreshold(1, 4, NEWBORN_HOST));
  }

  /** The score of hosts that left their usual wandering: one of {@link Departure}'s channels. */
  public static Scoring ofDepartures() {
    return new Scoring(
        new Channel[] {new Channel(1, 2)},
        new double[] {1},
        new BudgetThreshold(1, 4, NEWBORN_HOST));
  }

  public Channel channel(int i) {
    return channels[i];
  }

  /** The score of raw channels from {@code offset}. */
  public double score(double[] raw, int offset) {
    double score = 0;
    for (int i = 0; i < channels.length; i++) {
      score += weights[i] * channels[i].rescaled(raw[offset + i]);
    }
    return score;
  }

  /** Takes in usual values of all channels. */
  public void learn(double[] raw, int offset) {
    for (int i = 0; i < channels.length; i++) {
      channels[i].add(raw[offset + i]);
    }
  }

  /** Takes in the highest score of a window. */
  public void learnHighest(long windowStart, double[] raw, int offset, boolean alert) {
    maxima.add(windowStart, score(raw, offset), raw, offset, alert);
  }

  /** Hours of the past that the threshold is made of. */
  public int hours() {
    return maxima.size();
  }

  /**
   * What was seen so far says nothing of what is to come: the threshold is that of a young group.
   */
  public void startAnew() {
    maxima.clear();
  }

  /** What was highest from then on belongs to an alert that lasted. */
  public void markAlerted(long fromMillis) {
    maxima.markAlerted(fromMillis);
  }

  /** The score at which it alerts. */
  public double threshold() {
    return threshold;
  }

  /** Brings scales and threshold up to date; {@code days} since the last time. */
  public void solve(double days, double budgetPerWeek) {
    for (Channel channel : channels) {
      channel.solve(days);
    }
    maxima.rescore(this::score);
    threshold = rule.of(maxima, budgetPerWeek);
  }

  public void write(DataOutput out) throws IOException {
    for (Channel channel : channels) {
      channel.write(out);
    }
    maxima.write(out);
    out.writeDouble(threshold);
  }

  public void readInto(DataInput in) throws IOException {
    for (Channel channel : channels) {
      channel.readInto(in);
    }
    maxima.readInto(in);
    threshold = in.readDouble();
  }
}
