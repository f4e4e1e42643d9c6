package io.peerwatch.detection.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Distinct timestamps in order, in epoch milliseconds. */
final class Instants {
  private long[] times = new long[4];
  private int size;

  boolean add(long timestamp) {
    int at = Arrays.binarySearch(times, 0, size, timestamp);
    if (at >= 0) {
      return false;
    }
    int insertion = -at - 1;
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
    }
    System.arraycopy(times, insertion, times, insertion + 1, size - insertion);
    times[insertion] = timestamp;
    size++;
    return true;
  }

  boolean holds(long timestamp) {
    return Arrays.binarySearch(times, 0, size, timestamp) >= 0;
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

  /** Median distance between neighbours, the lower of two; -1 with fewer than two. */
  long gapMedian() {
    if (size < 2) {
      return -1;
    }
    long[] gaps = new long[size - 1];
    for (int i = 1; i < size; i++) {
      gaps[i - 1] = times[i] - times[i - 1];
    }
    Arrays.sort(gaps);
    return gaps[(gaps.length - 1) / 2];
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(times[i]);
    }
  }

  void read(DataInput in) throws IOException {
    size = in.readInt();
    times = new long[Math.max(4, size)];
    for (int i = 0; i < size; i++) {
      times[i] = in.readLong();
    }
  }
}
