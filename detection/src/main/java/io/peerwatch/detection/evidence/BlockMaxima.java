package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.Doubles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The highest score of each hour of the last four weeks, of which the threshold is made. A score is
 * kept as its raw channels, so that it can be read on today's scale.
 */
public final class BlockMaxima {

  public static final int BLOCKS_MAX = 28 * 24;
  public static final long BLOCK_MILLIS = 3_600_000L;

  private static final int ROOM_HOURS_MIN = 12;

  private final int channels;

  /** Room for as many hours as there were yet: a group has eight of these, and may be small. */
  private double[] raw = new double[0];

  private double[] score = new double[0];
  private long[] block = new long[0];
  private boolean[] alerted = new boolean[0];
  private int size;
  private int next;

  public BlockMaxima(int channels) {
    this.channels = channels;
  }

  /** Takes in the highest score of a window, with its channels from {@code offset}. */
  public void add(long windowStart, double highest, double[] from, int offset, boolean isAlert) {
    long hour = Math.floorDiv(windowStart, BLOCK_MILLIS);
    int at = Math.floorMod(next - 1, BLOCKS_MAX);
    if (size == 0 || block[at] != hour) {
      at = next;
      makeRoom(at + 1);
      next = (next + 1) % BLOCKS_MAX;
      size = Math.min(size + 1, BLOCKS_MAX);
      block[at] = hour;
      score[at] = Double.NEGATIVE_INFINITY;
      alerted[at] = false;
    }
    alerted[at] |= isAlert;
    if (highest > score[at]) {
      score[at] = highest;
      System.arraycopy(from, offset, raw, at * channels, channels);
    }
  }

  private void makeRoom(int hours) {
    if (block.length < hours) {
      int room = Math.min(BLOCKS_MAX, hours + hours / 2 + ROOM_HOURS_MIN);
      raw = Arrays.copyOf(raw, room * channels);
      score = Arrays.copyOf(score, room);
      block = Arrays.copyOf(block, room);
      alerted = Arrays.copyOf(alerted, room);
    }
  }

  /** Forgets all hours. */
  public void clear() {
    size = 0;
    next = 0;
  }

  /** Marks the hours from that of {@code fromMillis} on as those of an alert. */
  public void markAlerted(long fromMillis) {
    long hour = Math.floorDiv(fromMillis, BLOCK_MILLIS);
    for (int back = 1; back <= size; back++) {
      int at = Math.floorMod(next - back, BLOCKS_MAX);
      if (block[at] < hour) {
        return;
      }
      alerted[at] = true;
    }
  }

  public int size() {
    return size;
  }

  /** All hours, by time; nearly always they are in that order. */
  int[] byTime() {
    int[] byTime = new int[size];
    for (int i = 0; i < size; i++) {
      int hour = Math.floorMod(next - size + i, BLOCKS_MAX);
      int at = i;
      for (; at > 0 && block[byTime[at - 1]] > block[hour]; at--) {
        byTime[at] = byTime[at - 1];
      }
      byTime[at] = hour;
    }
    return byTime;
  }

  long blockOf(int i) {
    return block[i];
  }

  boolean isAlerted(int i) {
    return alerted[i];
  }

  double score(int i) {
    return score[i];
  }

  /** Reads every maximum on today's scale. */
  public void rescore(RawScore scale) {
    for (int i = 0; i < size; i++) {
      score[i] = scale.of(raw, i * channels);
    }
  }

  /** Makes a score of raw channels. */
  public interface RawScore {
    double of(double[] raw, int offset);
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(size);
    out.writeInt(next);
    Doubles.write(Arrays.copyOf(raw, size * channels), out);
    Doubles.write(Arrays.copyOf(score, size), out);
    for (int i = 0; i < size; i++) {
      out.writeLong(block[i]);
      out.writeBoolean(alerted[i]);
    }
  }

  public void readInto(DataInput in) throws IOException {
    size = in.readInt();
    next = in.readInt();
    raw = Doubles.read(in);
    score = Doubles.read(in);
    block = new long[size];
    alerted = new boolean[size];
    for (int i = 0; i < size; i++) {
      block[i] = in.readLong();
      alerted[i] = in.readBoolean();
    }
  }
}
