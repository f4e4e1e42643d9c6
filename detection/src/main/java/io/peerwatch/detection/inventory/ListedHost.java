package io.peerwatch.detection.inventory;

import io.peerwatch.detection.capacity.Tier;
import io.peerwatch.detection.capacity.Workload;
import io.peerwatch.detection.state.StateVersionException;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is known of a host beforehand.
 *
 * @param tier what it does; null when not said
 * @param workload who causes its load; null when not said
 * @param cores logical processors, above 0; NaN when not known
 * @param memoryBytes above 0; NaN when not known
 */
public record ListedHost(Tier tier, Workload workload, double cores, double memoryBytes) {
  private static final byte VERSION = 1;

  /** The host belongs to its group, and nothing else is known. */
  public static final ListedHost UNDESCRIBED = new ListedHost(null, null, Double.NaN, Double.NaN);

  /** Writes all of it; {@link #read} makes the same of it. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeUTF(tier == null ? "" : tier.name());
    out.writeUTF(workload == null ? "" : workload.name());
    out.writeDouble(cores);
    out.writeDouble(memoryBytes);
  }

  public static ListedHost read(DataInput in) throws IOException {
    StateVersionException.requireKnown("a host of the inventory", in.readByte(), VERSION);
    String tier = in.readUTF();
    String workload = in.readUTF();
    return new ListedHost(
        tier.isEmpty() ? null : Tier.valueOf(tier),
        workload.isEmpty() ? null : Workload.valueOf(workload),
        in.readDouble(),
        in.readDouble());
  }
}
