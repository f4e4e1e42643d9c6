package io.peerwatch.detection.window;

import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is stored of a group's gathering, a version byte first; the rest of it follows from this.
 */
final class StoredGathering {
  private static final int VERSION = 4;
  private static final int VERSION_BEFORE_ABSENT = 3;
  private static final int VERSION_BEFORE_SET_BACK = 2;

  private StoredGathering() {}

  static void write(GroupGathering group, DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(group.closedThrough);
    Varints.write(group.epoch, out);
    group.silence.write(out);
    group.metricNumbers.write(out);
    group.hosts.write(out, base(group), group.epoch);
    group.absent.write(out, base(group));
  }

  /**
   * @param group a new one
   */
  static void readInto(GroupGathering group, DataInput in) throws IOException {
    int version =
        StateVersionException.requireKnown(
            "a group's open windows", in.readByte(), VERSION_BEFORE_SET_BACK, VERSION);
    group.closedThrough = in.readLong();
    group.epoch = Varints.read(in);
    group.silence.readInto(in);
    group.metricNumbers.readInto(in);
    boolean withSetBack = version > VERSION_BEFORE_SET_BACK;
    group.hosts.readInto(in, base(group), group.epoch, withSetBack);
    if (version > VERSION_BEFORE_ABSENT) {
      group.absent.readInto(in, base(group));
    }
  }

  /** What times of hosts are written relative to, so that they are small. */
  private static long base(GroupGathering group) {
    return group.closedThrough == HostGathering.NEVER ? 0 : group.closedThrough;
  }
}
