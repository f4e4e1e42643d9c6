package io.peerwatch.detection.ledger;

import io.peerwatch.detection.episode.EpisodeState;
import io.peerwatch.detection.episode.WindowEpisodes;
import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.detection.taught.Opinion;
import io.peerwatch.detection.taught.TaughtItem;
import io.peerwatch.detection.verdict.Calibration;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.GroupState;
import io.peerwatch.detection.verdict.Lesson;
import io.peerwatch.detection.verdict.LessonLearnt;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether a group's budget of false alarms is kept: by week what was promised, what was raised and
 * what people said of it.
 *
 * <pre>
 *   promised = Σ over judged windows of  budget · window / week
 *   realised = false + unjudged, an upper bound
 * </pre>
 *
 * A window that was not judged promises nothing. It tells when a count changes, when a week ends,
 * and once a day.
 */
public final class GroupLedger {

  /** Weeks that are kept: the present one and a quarter of a year. */
  public static final int WEEKS_MAX = 13;

  private static final byte VERSION = 1;
  private static final long RETELL_MILLIS = 86_400_000L;

  private final String group;
  private final TreeMap<Long, WeekCount> weeks = new TreeMap<>();
  private long toldAt = Long.MIN_VALUE;

  /** An empty ledger. */
  public GroupLedger(String group) {
    this.group = group;
  }

  /** Takes in a window; what is to be told after it, oldest week first. */
  public List<LedgerEntry> step(WindowEpisodes window) {
    GroupJudgement judgement = window.judgement();
    long end = judgement.window().end();
    long length = end - judgement.window().start();
    boolean judged = judgement.state() != GroupState.NOT_JUDGED;
    double budget = judgement.settings().falseAlarmsPerWeek();
    double allowed = judged ? budget * length / WeekCount.WEEK_MILLIS : 0;
    int opened = opened(window);
    List<LedgerEntry> told = new ArrayList<>();
    long start = WeekCount.startOf(end);
    if (!weeks.isEmpty() && weeks.lastKey() < start) {
      told.add(entry(weeks.lastKey(), judgement.calibration(), judgement.taught()));
      toldAt = Long.MIN_VALUE;
    }
    WeekCount week = weeks.getOrDefault(start, WeekCount.empty(start));
    weeks.put(start, week.judged(Math.max(week.end(), end), allowed, opened));
    while (weeks.size() > WEEKS_MAX) {
      weeks.pollFirstEntry();
    }
    boolean due = judged && (toldAt == Long.MIN_VALUE || Math.abs(end - toldAt) >= RETELL_MILLIS);
    if (opened > 0 || due) {
      toldAt = end;
      told.add(entry(start, judgement.calibration(), judgement.taught()));
    }
    return told;
  }

  /**
   * Takes in what was said of an alert. What is to be told after it: the week that raised the alert
   * when it is over, and the latest week.
   */
  public List<LedgerEntry> learn(LessonLearnt learnt) {
    Lesson lesson = learnt.lesson();
    long raisedIn = WeekCount.startOf(lesson.openedAt());
    int confirmed = confirmed(lesson.now()) - confirmed(lesson.before());
    int falseAlarms = called(lesson.now()) - called(lesson.before()) - confirmed;
    weeks.computeIfPresent(raisedIn, (start, week) -> week.said(confirmed, falseAlarms));
    List<LedgerEntry> told = new ArrayList<>();
    if (weeks.isEmpty()) {
      return told;
    }
    if (weeks.containsKey(raisedIn) && raisedIn < weeks.lastKey()) {
      told.add(entry(raisedIn, learnt.calibration(), learnt.taught()));
    }
    told.add(entry(weeks.lastKey(), learnt.calibration(), learnt.taught()));
    return told;
  }

  private static int called(Opinion opinion) {
    return opinion == null ? 0 : 1;
  }

  private static int confirmed(Opinion opinion) {
    return opinion != null && opinion.confirms() ? 1 : 0;
  }

  /** The weeks that are kept, oldest first. */
  public List<WeekCount> weeks() {
    return List.copyOf(weeks.values());
  }

  /** The present week; empty before the first window. */
  public Optional<WeekCount> latestWeek() {
    return weeks.isEmpty() ? Optional.empty() : Optional.of(weeks.lastEntry().getValue());
  }

  private static int opened(WindowEpisodes window) {
    return (int) window.changes().stream().filter(e -> e.state() == EpisodeState.OPENED).count();
  }

  private LedgerEntry entry(long weekStart, Calibration calibration, List<TaughtItem> taught) {
    List<WeekCount> earlier = List.copyOf(weeks.headMap(weekStart).values());
    return new LedgerEntry(group, weeks.get(weekStart), earlier, calibration, taught);
  }

  /** Writes all of it; {@link #read} goes on from there as if nothing had happened. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeUTF(group);
    out.writeLong(toldAt);
    out.writeInt(weeks.size());
    for (Map.Entry<Long, WeekCount> week : weeks.entrySet()) {
      week.getValue().write(out);
    }
  }

  public static GroupLedger read(DataInput in) throws IOException {
    StateVersionException.requireKnown("the ledger of a group", in.readByte(), VERSION);
    GroupLedger ledger = new GroupLedger(in.readUTF());
    ledger.toldAt = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      WeekCount week = WeekCount.read(in);
      ledger.weeks.put(week.start(), week);
    }
    return ledger;
  }
}
