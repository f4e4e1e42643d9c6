package io.peerwatch.detection.verdict;

import io.peerwatch.detection.state.KeptByHost;
import io.peerwatch.detection.window.GroupWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** First landing: signatures, and the verdicts of time. */
public final class GroupJudge implements KeptByHost {
  private final DetectionSettings settings;
  private int windows;

  public GroupJudge(DetectionSettings settings) {
    this.settings = settings;
  }

  /** Judges the next window; windows come in the order of time, gaps may lie between them. */
  public GroupJudgement judge(GroupWindow window) {
    windows++;
    TimeVerdicts time = new TimeVerdicts(window);
    GroupState state = time.groupSilent() ? GroupState.GROUP_SILENT : GroupState.NOT_JUDGED;
    NotJudgedReason reason = time.groupSilent() ? null : time.whyNotJudged(NotJudgedReason.WARMING);
    if (windows <= settings.warmUpWindows() || reason != NotJudgedReason.WARMING) {
      return new GroupJudgement(
          window, state, reason, 0, 0, Double.NaN, time.findings(), List.of(), List.of());
    }
    return new GroupJudgement(
        window,
        time.findings().isEmpty() ? GroupState.NORMAL : GroupState.SUSPECTS,
        null,
        window.reported(),
        0,
        1,
        time.findings(),
        List.of(),
        List.of());
  }

  /** Hosts whose state changed since the last {@link #markWritten()}. */
  @Override
  public Set<String> changedHosts() {
    return new TreeSet<>();
  }

  /** Hosts that were forgotten since the last {@link #markWritten()}: delete their entries. */
  @Override
  public Set<String> removedHosts() {
    return new TreeSet<>();
  }

  @Override
  public boolean groupChanged() {
    return true;
  }

  @Override
  public void markWritten() {}

  @Override
  public void writeGroup(DataOutput out) throws IOException {
    out.writeByte(1);
    out.writeInt(windows);
  }

  @Override
  public void writeHost(String host, DataOutput out) throws IOException {
    out.writeByte(1);
  }

  public static GroupJudge read(
      DataInput group, Map<String, ? extends DataInput> hosts, DetectionSettings settings)
      throws IOException {
    group.readByte();
    GroupJudge judge = new GroupJudge(settings);
    judge.windows = group.readInt();
    return judge;
  }
}
