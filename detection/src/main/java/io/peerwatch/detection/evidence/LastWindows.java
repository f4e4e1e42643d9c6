package io.peerwatch.detection.evidence;

import io.peerwatch.detection.baseline.FloatColumns;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A figure of all hosts in their last windows, the newest first. A window is begun for all hosts at
 * once, which moves no figure; those that did not report are told apart, because windows in which a
 * host was absent do not count for it.
 */
final class LastWindows {

  private final FloatColumns[] windows;

  LastWindows(int hosts, int count) {
    windows = new FloatColumns[count];
    for (int ago = 0; ago < count; ago++) {
      windows[ago] = new FloatColumns(hosts, 0);
    }
  }

  void grow(int columns) {
    for (FloatColumns window : windows) {
      window.grow(columns);
    }
  }

  float[] ago(int ago, int column) {
    return windows[ago].of(column);
  }

  /** Begins a window: what is newest now is to be overwritten, for it is the oldest. */
  void begin() {
    FloatColumns oldest = windows[windows.length - 1];
    System.arraycopy(windows, 0, windows, 1, windows.length - 1);
    windows[0] = oldest;
  }

  /** The host is absent in the window just begun: its last windows are what they were. */
  void skip(int host) {
    int oldest = windows.length - 1;
    for (int i = 0; i < windows[0].count(); i++) {
      float begun = ago(0, i)[host];
      for (int ago = 0; ago < oldest; ago++) {
        ago(ago, i)[host] = ago(ago + 1, i)[host];
      }
      ago(oldest, i)[host] = begun;
    }
  }

  void forget(int host) {
    for (FloatColumns window : windows) {
      window.set(host, 0);
    }
  }

  void copy(int host, LastWindows from, int fromHost) {
    for (int ago = 0; ago < windows.length; ago++) {
      windows[ago].copy(host, from.windows[ago], fromHost);
    }
  }

  void write(int host, DataOutput out) throws IOException {
    for (FloatColumns window : windows) {
      window.write(host, out);
    }
  }

  void read(int host, int columns, DataInput in) throws IOException {
    for (FloatColumns window : windows) {
      window.read(host, columns, in);
    }
  }
}
