package io.peerwatch.detection.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The same as {@link FloatColumns} for figures of which every digit counts: levels that small
 * deviations are taken from, and values that are looked at for being the same.
 */
public final class DoubleColumns {

  private final int hosts;
  private final double filler;
  private double[][] columns = new double[0][];

  /**
   * @param filler what a new column holds
   */
  public DoubleColumns(int hosts, double filler) {
    this.hosts = hosts;
    this.filler = filler;
  }

  /** The column of a metric; who fills it changes what is known. */
  public double[] of(int column) {
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
        columns[i] = new double[hosts];
        Arrays.fill(columns[i], filler);
      }
    }
  }

  /** Sets all figures of a host. */
  public void set(int host, double value) {
    for (double[] column : columns) {
      column[host] = value;
    }
  }

  /** Takes over what is known of a host. */
  public void copy(int host, DoubleColumns from, int fromHost) {
    grow(from.columns.length);
    for (int i = 0; i < from.columns.length; i++) {
      columns[i][host] = from.columns[i][fromHost];
    }
  }

  /** Writes one host's figures, to the last bit, without their number. */
  public void write(int host, DataOutput out) throws IOException {
    for (double[] column : columns) {
      out.writeDouble(column[host]);
    }
  }

  /** Reads so many figures of a host. */
  public void read(int host, int count, DataInput in) throws IOException {
    grow(count);
    for (int i = 0; i < count; i++) {
      columns[i][host] = in.readDouble();
    }
  }
}
