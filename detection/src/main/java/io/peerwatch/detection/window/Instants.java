package io.peerwatch.detection.window;

import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Distinct timestamps in order, in epoch milliseconds. */
final class Instants {
  private long[] times = new long[4];
  private int size;

  boolean add(long timestamp) {
    if (isPastAll(timestamp)) {
      insert(size, timestamp);
      return true;
    }
    int at = Arrays.binarySearch(times, 0, size, timestamp);
    if (at >= 0) {
      return false;
    }
    insert(-at - 1, timestamp);
    return true;
  }

  /** Mostly so: samples come in the order of time. */
  private boolean isPastAll(long timestamp) {
    return size == 0 || timestamp > times[size - 1];
  }

  private void insert(int insertion, long timestamp) {
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
    }
    System.arraycopy(times, insertion, times, insertion + 1, size - insertion);
    times[insertion] = timestamp;
    size++;
  }

  boolean holds(long timestamp) {
    return !isPastAll(timestamp) && Arrays.binarySearch(times, 0, size, timestamp) >= 0;
  }

  int size() {
    return size;
  }

  long first() {
    return times[0];
  }

  long last() {
    return times[size - 1];
  }

  /** Largest distance between neighbours; 0 with fewer than two. */
  long gapMax() {
    long max = 0;
    for (int i = 1; i < size; i++) {
      max = Math.max(max, times[i] - times[i - 1]);
    }
    return max;
  }

  /**
   * Distances between neighbours.
   *
   * @param count how many there are; with none the others are 0
   * @param medianMillis the lower of two
   */
  record Gaps(int count, long medianMillis, long shortestMillis) {}

  /**
   * @param before the instant before the first, or {@link HostGathering#NEVER}
   */
  Gaps gaps(long before) {
    boolean follows = before != HostGathering.NEVER;
    long[] gaps = new long[size - (follows ? 0 : 1)];
    long previous = follows ? before : times[0];
    int count = 0;
    for (int i = follows ? 0 : 1; i < size; i++) {
      gaps[count++] = times[i] - previous;
      previous = times[i];
    }
    Arrays.sort(gaps);
    return count == 0 ? new Gaps(0, 0, 0) : new Gaps(count, gaps[(count - 1) / 2], gaps[0]);
  }

  /**
   * @param base a time near them
   */
  void write(DataOutput out, long base) throws IOException {
    Varints.write(size, out);
    long before = base;
    for (int i = 0; i < size; i++) {
      Varints.write(times[i] - before, out);
      before = times[i];
    }
  }

  void read(DataInput in, long base) throws IOException {
    size = Varints.readInt(in);
    times = new long[Math.max(4, size)];
    long before = base;
    for (int i = 0; i < size; i++) {
      before += Varints.read(in);
      times[i] = before;
    }
  }
}
