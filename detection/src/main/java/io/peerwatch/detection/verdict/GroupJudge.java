package io.peerwatch.detection.verdict;

import io.peerwatch.detection.state.JudgeLayout;
import io.peerwatch.detection.state.KeptByHost;
import io.peerwatch.detection.window.GroupWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges the windows of one group, one after another: who is apart from its peers, and by what.
 *
 * <p>How, {@link Judging} says; here is what it remembers, and how that is written and read. The
 * same windows give the same judgements to the last bit, also when the state was written and read
 * on the way.
 */
public final class GroupJudge implements KeptByHost {

  private final Judging judging;
  private boolean changed;

  public GroupJudge(DetectionSettings settings) {
    this(settings, new JudgingRoom());
  }

  /**
   * @param room that others judge in, too: readings must be looked at before they do
   */
  public GroupJudge(DetectionSettings settings, JudgingRoom room) {
    judging = new Judging(settings, room);
  }

  /**
   * Judges by these settings from the next window on. What was learned in windows of another length
   * is of no use: then the group starts anew.
   *
   * @return whether they are others than before
   */
  public boolean follow(DetectionSettings next) {
    DetectionSettings before = judging.settings();
    if (next.equals(before)) {
      return false;
    }
    changed = true;
    judging.follow(next);
    if (next.windowMillis() != before.windowMillis()) {
      judging.startAnew();
    } else {
      judging.memory.table.describe(next.metrics());
      Refresh.now(judging.memory, judging.roster, next);
    }
    return true;
  }

  /**
   * Judges the next window; windows come in the order of time, gaps may lie between them. Only when
   * the group's clocks were set back may one lie before the one judged last; what was learned
   * stays.
   */
  public GroupJudgement judge(GroupWindow given) {
    changed = true;
    return judging.judge(given);
  }

  /** Learns what a person said of one of the group's alerts. */
  public LessonLearnt learn(Lesson lesson) {
    changed = true;
    GroupMemory memory = judging.memory;
    Teaching teaching = new Teaching(memory, judging.roster);
    teaching.learn(lesson);
    boolean warm = judging.warm(memory.endAt - judging.settings().windowMillis());
    return new LessonLearnt(lesson, memory.endAt, judging.calibration(warm), teaching.list());
  }

  /** Hosts of which something is remembered, by name. */
  public List<String> hosts() {
    List<String> hosts = new ArrayList<>();
    judging.roster.all().forEach(record -> hosts.add(record.host));
    return hosts;
  }

  /** Hosts whose state changed since the last {@link #markWritten()}, by name. */
  @Override
  public Set<String> changedHosts() {
    return judging.roster.changed();
  }

  /** Hosts that were forgotten since the last {@link #markWritten()}: their entries can go. */
  @Override
  public Set<String> removedHosts() {
    return judging.roster.removed();
  }

  @Override
  public boolean groupChanged() {
    return changed;
  }

  @Override
  public void markWritten() {
    changed = false;
    judging.roster.markWritten();
  }

  /** Writes what is remembered of the group; hosts are written one by one. */
  @Override
  public void writeGroup(DataOutput out) throws IOException {
    out.writeByte(JudgeLayout.NEWEST);
    judging.settings().write(out);
    judging.memory.write(out);
  }

  /** Writes what is remembered of one host; one of {@link #changedHosts()} or earlier ones. */
  @Override
  public void writeHost(String host, DataOutput out) throws IOException {
    HostRecord record = judging.roster.get(host);
    if (record == null) {
      throw new IllegalArgumentException("nothing is remembered of host " + host);
    }
    out.writeByte(JudgeLayout.NEWEST);
    record.write(out);
  }

  /** Reads what was written, settings too, and goes on from there as if nothing had happened. */
  public static GroupJudge read(DataInput group, Map<String, ? extends DataInput> hosts)
      throws IOException {
    return read(group, hosts, new JudgingRoom());
  }

  /**
   * The same.
   *
   * @param room as in the constructor
   */
  public static GroupJudge read(
      DataInput group, Map<String, ? extends DataInput> hosts, JudgingRoom room)
      throws IOException {
    JudgeLayout layout = new JudgeLayout(group.readByte());
    GroupJudge judge = new GroupJudge(DetectionSettings.read(group), room);
    GroupMemory memory = GroupMemory.read(group, judge.judging.settings().metrics(), layout);
    judge.judging.memory = memory;
    for (Map.Entry<String, ? extends DataInput> host : hosts.entrySet()) {
      JudgeLayout ofHost = new JudgeLayout(host.getValue().readByte());
      HostRecord record = HostRecord.read(host.getKey(), host.getValue(), ofHost);
      record.grow(memory.table.size());
      judge.judging.roster.put(record);
    }
    return judge;
  }
}
