package io.peerwatch.detection.verdict;

import io.peerwatch.detection.taught.Opinion;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A verdict on a whole group of which a person said that nothing is wrong: it is not given again
 * before it has ended.
 */
record GroupQuiet(String alertId, Opinion kind, long since, GroupState state) {

  static GroupState stateOf(Verdict verdict) {
    return switch (verdict) {
      case GROUP_SHIFT -> GroupState.GROUP_SHIFT;
      case SUBGROUP -> GroupState.SUBGROUP;
      case PAIR_DIVERGED -> GroupState.PAIR_DIVERGED;
      case GROUP_SILENT -> GroupState.GROUP_SILENT;
      case LONE_HOST, SILENT_HOST, SKEWED_CLOCK ->
          throw new IllegalArgumentException(verdict + " is said of a host");
    };
  }

  static void write(GroupQuiet quiet, DataOutput out) throws IOException {
    out.writeBoolean(quiet != null);
    if (quiet != null) {
      out.writeUTF(quiet.alertId);
      out.writeUTF(quiet.kind.name());
      out.writeLong(quiet.since);
      out.writeUTF(quiet.state.name());
    }
  }

  static GroupQuiet read(DataInput in) throws IOException {
    return in.readBoolean()
        ? new GroupQuiet(
            in.readUTF(),
            Opinion.valueOf(in.readUTF()),
            in.readLong(),
            GroupState.valueOf(in.readUTF()))
        : null;
  }
}
