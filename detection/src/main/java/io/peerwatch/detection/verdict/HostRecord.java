package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.BaselineColumns;
import io.peerwatch.detection.baseline.Doubles;
import io.peerwatch.detection.baseline.HostBaseline;
import io.peerwatch.detection.baseline.LearningSteps;
import io.peerwatch.detection.evidence.EvidenceColumns;
import io.peerwatch.detection.state.JudgeLayout;
import io.peerwatch.detection.taught.Taught;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** All that is remembered of one host of a group. */
final class HostRecord {

  /** How fast a host learns that is apart on its first day; halves with every day. */
  private static final double YOUNG_FACTOR = 0.3;

  final String host;
  HostBaseline baseline = new HostBaseline();

  /** Where its deviations are remembered, at the place of its baseline. */
  private EvidenceColumns evidence = new EvidenceColumns(1);

  final Taught taught = new Taught();

  /** Whether it changed since it was written. */
  boolean changed;

  /** End of the last window in which it was known. */
  long knownAt;

  /** Windows in which it was compared. */
  int compared;

  /** Windows it was expected in, and those of them that it missed for a short time. */
  double expected;

  double missed;

  /** Windows missed in a row up to now. */
  int gap;

  /** Logical processors as last told; 1 before. */
  double cores = 1;

  /** No peer of others, and a slow learner, because its deviations are rare ones. */
  boolean suspect;

  /** Start of the window in which its score rose over what is usual; -1 while it is not over. */
  long roseAt = -1;

  /** Windows in a row over the threshold, and while it is lone, of calm. */
  int over;

  int calm;
  boolean lone;

  /** Start of the window that made it lone. */
  long loneSince;

  /** Start of the last window in which it was lone; -1 when it never was. */
  long loneLast = -1;

  /** What its deviations looked like when they were worst while it was lone; empty before. */
  private double[] signature = new double[0];

  double worstScore;

  /** Metrics that there is room for, wherever it is kept. */
  private int grown;

  HostRecord(String host) {
    this.host = host;
  }

  void grow(int metrics) {
    if (metrics > grown) {
      baseline.grow(metrics);
      evidence.grow(metrics);
      grown = metrics;
    }
  }

  /** From now on what is remembered of it lies in the columns of its group, at this place. */
  void moveTo(BaselineColumns baselines, EvidenceColumns columns, int place) {
    columns.copy(place, evidence, baseline.place());
    evidence = columns;
    baseline.moveTo(baselines, place);
  }

  /** The mean of its last three whitened deviations of one metric. */
  double recent(int m) {
    return evidence.trails.recent(baseline.place(), m);
  }

  /** The mean of the sizes of the last three: its part in the blame. */
  double recentSize(int m) {
    return evidence.trails.recentSize(baseline.place(), m);
  }

  /** RMS of its whitened deviations in the last window. */
  double rms() {
    return evidence.trails.rms(baseline.place());
  }

  /** Windows in a row in which a metric repeated itself up to now. */
  double run(int m) {
    return evidence.repeats.run(baseline.place(), m);
  }

  /** What its deviations of one metric looked like at their worst; 0 where it never was apart. */
  double signature(int m) {
    return m < signature.length ? signature[m] : 0;
  }

  /** Keeps what its deviations look like now. */
  void sign(double score, int metrics) {
    worstScore = score;
    signature = new double[metrics];
    for (int m = 0; m < metrics; m++) {
      signature[m] = recent(m);
    }
  }

  /** The trouble is over that it was apart for. */
  void forgetTrouble() {
    lone = false;
    over = 0;
    worstScore = 0;
    evidence.forgetTrouble(baseline.place());
  }

  /** What it was in the last hours says nothing: the group that it was compared with moved. */
  void forgetHours() {
    evidence.forgetHours(baseline.place());
  }

  /**
   * How fast it learns: hardly while it is apart, so that a fault is not taken for normal, unless a
   * person has seen that; but as long as little is known of it, what it is thought to be apart from
   * may as well be wrong.
   */
  float learningFactor(double windowDays) {
    return (float) taught.learningFactor(untaughtFactor(windowDays), lone);
  }

  private double untaughtFactor(double windowDays) {
    if (!lone && !suspect) {
      return 1;
    }
    double young = YOUNG_FACTOR * StrictMath.pow(0.5, compared * windowDays);
    return Math.max(young, lone ? LearningSteps.APART_FACTOR : LearningSteps.SUSPECT_FACTOR);
  }

  /** It was silent: what was said of it before says nothing of what it is now. */
  void interrupt() {
    lone = false;
    suspect = false;
    over = 0;
    calm = 0;
    roseAt = -1;
    worstScore = 0;
    evidence.forget(baseline.place());
    taught.interrupt();
  }

  void write(DataOutput out) throws IOException {
    baseline.write(out);
    evidence.write(baseline.place(), out);
    taught.write(out);
    out.writeLong(knownAt);
    out.writeInt(compared);
    out.writeDouble(expected);
    out.writeDouble(missed);
    out.writeInt(gap);
    out.writeDouble(cores);
    out.writeBoolean(suspect);
    out.writeLong(roseAt);
    out.writeInt(over);
    out.writeInt(calm);
    out.writeBoolean(lone);
    out.writeLong(loneSince);
    out.writeLong(loneLast);
    Doubles.write(signature, out);
    out.writeDouble(worstScore);
  }

  /** Reads what was written in that layout. */
  static HostRecord read(String host, DataInput in, JudgeLayout layout) throws IOException {
    HostRecord read = new HostRecord(host);
    read.baseline = HostBaseline.read(in);
    read.evidence.read(0, in, layout);
    read.taught.readInto(in);
    read.knownAt = in.readLong();
    read.compared = in.readInt();
    read.expected = in.readDouble();
    read.missed = in.readDouble();
    read.gap = in.readInt();
    read.cores = in.readDouble();
    read.suspect = in.readBoolean();
    read.roseAt = in.readLong();
    read.over = in.readInt();
    read.calm = in.readInt();
    read.lone = in.readBoolean();
    read.loneSince = in.readLong();
    read.loneLast = in.readLong();
    read.signature = Doubles.read(in);
    read.worstScore = in.readDouble();
    return read;
  }
}
