package io.peerwatch.detection.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * One figure of all hosts of a group: for each metric, or bin of one, a column over the hosts.
 * Floats, because half the memory is half the time: what is kept here has no use for more than
 * seven digits.
 */
public final class FloatColumns {

  private final int hosts;
  private final float filler;
  private float[][] columns = new float[0][];

  /**
   * @param filler what a new column holds
   */
  public FloatColumns(int hosts, float filler) {
    this.hosts = hosts;
    this.filler = filler;
  }

  /** The columns themselves when there are as many and as long ones, else new ones. */
  public static float[][] room(float[][] columns, int count, int hosts) {
    int longest = columns.length == 0 ? 0 : columns[0].length;
    if (columns.length >= count && longest >= hosts) {
      return columns;
    }
    return new float[Math.max(count, columns.length)][Math.max(hosts, longest)];
  }

  /** The column of a metric; who fills it changes what is known. */
  public float[] of(int column) {
    return columns[column];
  }

  public int count() {
    return columns.length;
  }

  /** Makes room for more columns. */
  public void grow(int count) {
    int before = columns.length;
    if (count > before) {
      columns = Arrays.copyOf(columns, count);
      for (int i = before; i < count; i++) {
        columns[i] = new float[hosts];
        Arrays.fill(columns[i], filler);
      }
    }
  }

  /** Sets all figures of a host. */
  public void set(int host, float value) {
    for (float[] column : columns) {
      column[host] = value;
    }
  }

  /** Takes over what is known of a host. */
  public void copy(int host, FloatColumns from, int fromHost) {
    grow(from.columns.length);
    for (int i = 0; i < from.columns.length; i++) {
      columns[i][host] = from.columns[i][fromHost];
    }
  }

  /** Writes one host's figures, to the last bit, without their number. */
  public void write(int host, DataOutput out) throws IOException {
    for (float[] column : columns) {
      out.writeFloat(column[host]);
    }
  }

  /** Reads so many figures of a host. */
  public void read(int host, int count, DataInput in) throws IOException {
    grow(count);
    for (int i = 0; i < count; i++) {
      columns[i][host] = in.readFloat();
    }
  }
}
