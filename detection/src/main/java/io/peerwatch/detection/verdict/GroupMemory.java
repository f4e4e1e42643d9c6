package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.GroupBaseline;
import io.peerwatch.detection.baseline.WorkResponse;
import io.peerwatch.detection.evidence.Echo;
import io.peerwatch.detection.evidence.GroupMotion;
import io.peerwatch.detection.evidence.Leaving;
import io.peerwatch.detection.evidence.Persistence;
import io.peerwatch.detection.evidence.Scoring;
import io.peerwatch.detection.evidence.Whitening;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.metric.MetricTable;
import io.peerwatch.detection.state.JudgeLayout;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** All that is remembered of a group beside its hosts. */
final class GroupMemory {

  /** From so many hosts on none is part of what it is compared with. */
  private static final int ALONE_FROM = 4;

  final MetricTable table;
  GroupBaseline baseline = new GroupBaseline();
  Whitening whitening = new Whitening();
  final WorkResponse response = new WorkResponse();
  final GroupMotion motion = new GroupMotion();
  final Scoring lone = Scoring.ofHosts();
  final Scoring lag = Scoring.ofLag();

  /** By way of leaving the usual wandering. */
  final Map<Leaving, Scoring> leaving = new EnumMap<>(Leaving.class);

  final Echo echo = new Echo();
  final Persistence persistence = new Persistence();
  final Scoring subgroup = Scoring.ofSubgroups();
  final Scoring shift = Scoring.ofGroup();
  final Hysteresis subgroupHeld = new Hysteresis();
  final ShiftRule shifting = new ShiftRule();

  /** The most hosts that were known at a time, up to {@link #ALONE_FROM}. */
  private int company;

  /** Start of the first window that was compared; -1 before. */
  long firstAt = -1;

  /** Windows compared at the last solution, and at the next. */
  double solvedAt;

  double solveAt = 10;

  /** Pooled share of expected windows that hosts missed, as a count and its base. */
  double expected;

  double missed;

  /** End of the last window; -1 before the first. */
  long endAt = -1;

  /** Start of the last window in which the group, or a part of it, was told to move; -1 before. */
  long movedAt = -1;

  /** What is not to be said of the group again while it lasts; null for nothing. */
  GroupQuiet quiet;

  GroupMemory(MetricDictionary metrics) {
    this(new MetricTable(metrics));
  }

  private GroupMemory(MetricTable table) {
    this.table = table;
    for (Leaving way : Leaving.values()) {
      leaving.put(way, Scoring.ofDepartures());
    }
  }

  void grow() {
    baseline.grow(table.size());
    whitening.grow(table.size());
    response.grow(table.size());
    motion.grow(table.size());
    persistence.grow(table.size());
    echo.grow(table.size());
  }

  /** What hosts scored from then on belongs to an alert that lasted. */
  void markAlerted(long fromMillis) {
    lone.markAlerted(fromMillis);
    lag.markAlerted(fromMillis);
    leaving.values().forEach(scoring -> scoring.markAlerted(fromMillis));
  }

  /**
   * Lets thresholds start anew when a pair became three, or three became four: up to there a host
   * is measured against a median that it is part of, and scores of before say little of those that
   * come.
   *
   * @return whether it did
   */
  boolean company(int hostsKnown) {
    int now = Math.min(ALONE_FROM, hostsKnown);
    boolean grew = company > 0 && now > company;
    if (grew) {
      lone.startAnew();
      lag.startAnew();
      leaving.values().forEach(Scoring::startAnew);
    }
    company = Math.max(company, now);
    return grew;
  }

  /** Whether more hosts would make a difference to {@link #company}. */
  boolean companyMayGrow() {
    return company < ALONE_FROM;
  }

  void write(DataOutput out) throws IOException {
    table.write(out);
    baseline.write(out);
    whitening.write(out);
    response.write(out);
    motion.write(out);
    lone.write(out);
    lag.write(out);
    for (Scoring scoring : leaving.values()) {
      scoring.write(out);
    }
    persistence.write(out);
    echo.write(out);
    subgroup.write(out);
    shift.write(out);
    subgroupHeld.write(out);
    shifting.write(out);
    out.writeInt(company);
    out.writeLong(firstAt);
    out.writeDouble(solvedAt);
    out.writeDouble(solveAt);
    out.writeDouble(expected);
    out.writeDouble(missed);
    out.writeLong(endAt);
    GroupQuiet.write(quiet, out);
    out.writeLong(movedAt);
  }

  /**
   * Reads what was written in that layout; the threshold of what it does not know is that of a
   * young group.
   */
  static GroupMemory read(DataInput in, MetricDictionary metrics, JudgeLayout layout)
      throws IOException {
    GroupMemory read = new GroupMemory(MetricTable.read(in, metrics));
    read.baseline = GroupBaseline.read(in);
    read.whitening = Whitening.read(in);
    read.response.readInto(in);
    read.motion.readInto(in);
    read.lone.readInto(in);
    read.lag.readInto(in);
    for (Map.Entry<Leaving, Scoring> way : read.leaving.entrySet()) {
      if (knows(layout, way.getKey())) {
        way.getValue().readInto(in);
      }
    }
    read.persistence.readInto(in, layout.knowsUnrest());
    read.echo.readInto(in, layout.knowsCommonWay());
    read.subgroup.readInto(in);
    read.shift.readInto(in);
    read.subgroupHeld.readInto(in);
    read.shifting.readInto(in);
    read.company = in.readInt();
    read.firstAt = in.readLong();
    read.solvedAt = in.readDouble();
    read.solveAt = in.readDouble();
    read.expected = in.readDouble();
    read.missed = in.readDouble();
    read.endAt = in.readLong();
    read.quiet = GroupQuiet.read(in);
    if (layout.knowsLingering()) {
      read.movedAt = in.readLong();
    }
    read.grow();
    return read;
  }

  private static boolean knows(JudgeLayout layout, Leaving way) {
    return switch (way) {
      case SUDDEN, LASTING -> true;
      case LINGERING -> layout.knowsLingering();
      case RESTLESS -> layout.knowsUnrest();
    };
  }
}
