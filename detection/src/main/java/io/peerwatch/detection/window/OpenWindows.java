package io.peerwatch.detection.window;

import io.peerwatch.detection.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A host's open windows, by start; a handful at the most. */
final class OpenWindows {
  /** A host far ahead of its group keeps this many of its newest windows. */
  private static final int MAX = 6;

  private final OpenWindow[] windows = new OpenWindow[MAX + 1];
  private int size;

  int size() {
    return size;
  }

  OpenWindow get(int i) {
    return windows[i];
  }

  /** Start of the earliest, or {@link CloseConditions#NONE}. */
  long first() {
    return size == 0 ? CloseConditions.NONE : windows[0].start;
  }

  /** Samples in all of them. */
  long samples() {
    long samples = 0;
    for (int i = 0; i < size; i++) {
      samples += windows[i].instants().size();
    }
    return samples;
  }

  /** The window that starts there; null when none is open. */
  OpenWindow startingAt(long start) {
    for (int i = size - 1; i >= 0; i--) {
      if (windows[i].start == start) {
        return windows[i];
      }
    }
    return null;
  }

  /** Opens a window; when that is one too many, takes the oldest out and returns it. */
  OpenWindow open(long start) {
    int at = size++;
    for (; at > 0 && windows[at - 1].start > start; at--) {
      windows[at] = windows[at - 1];
    }
    windows[at] = new OpenWindow(start);
    return size > MAX ? remove(0) : null;
  }

  /** Takes the window out that starts there; null when none is open. */
  OpenWindow close(long start) {
    for (int i = 0; i < size; i++) {
      if (windows[i].start == start) {
        return remove(i);
      }
    }
    return null;
  }

  /** Takes those out that the plan does not have; how many samples were in them. */
  long dropUnplanned(WindowPlan plan) {
    long dropped = 0;
    for (int i = size - 1; i >= 0; i--) {
      OpenWindow window = windows[i];
      boolean planned = plan.windowStart(window.start) == window.start;
      if (!planned || window.instants().last() >= plan.windowEnd(window.start)) {
        dropped += remove(i).instants().size();
      }
    }
    return dropped;
  }

  /** Takes those out that start after this; how many samples were in them. */
  long dropAfter(long timestamp) {
    long dropped = 0;
    while (size > 0 && windows[size - 1].start > timestamp) {
      dropped += remove(size - 1).instants().size();
    }
    return dropped;
  }

  private OpenWindow remove(int i) {
    OpenWindow removed = windows[i];
    System.arraycopy(windows, i + 1, windows, i, size - i - 1);
    windows[--size] = null;
    return removed;
  }

  void write(DataOutput out, long base) throws IOException {
    Varints.write(size, out);
    for (int i = 0; i < size; i++) {
      windows[i].write(out, base);
    }
  }

  void readInto(DataInput in, long base) throws IOException {
    int read = Varints.readInt(in);
    if (read > MAX) {
      throw new IOException(read + " open windows of one host");
    }
    for (int i = 0; i < read; i++) {
      windows[i] = OpenWindow.read(in, base);
    }
    size = read;
  }
}
