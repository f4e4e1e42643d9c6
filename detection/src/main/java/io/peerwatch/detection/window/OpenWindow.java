package io.peerwatch.detection.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What one host sent so far for one window: its instants, and an exact sum by metric. */
final class OpenWindow {
  final long start;
  private final Instants instants = new Instants();

  /** By the group's metric number, so that the stored part need not repeat names. */
  private final TreeMap<Integer, ExactSum> sums = new TreeMap<>();

  OpenWindow(long start) {
    this.start = start;
  }

  /** Adds a sample unless the instant was there before; says whether it was new. */
  boolean add(long timestamp, int[] metricNumbers, Map<String, Double> metrics) {
    if (!instants.add(timestamp)) {
      return false;
    }
    int i = 0;
    for (double value : metrics.values()) {
      sums.computeIfAbsent(metricNumbers[i++], number -> new ExactSum()).add(value);
    }
    return true;
  }

  boolean holds(long timestamp) {
    return instants.holds(timestamp);
  }

  Instants instants() {
    return instants;
  }

  Iterable<Integer> metricNumbers() {
    return sums.keySet();
  }

  double mean(int metricNumber) {
    ExactSum sum = sums.get(metricNumber);
    return sum == null ? Double.NaN : sum.mean();
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(start);
    instants.write(out);
    out.writeShort(sums.size());
    for (Map.Entry<Integer, ExactSum> sum : sums.entrySet()) {
      out.writeShort(sum.getKey());
      sum.getValue().write(out);
    }
  }

  static OpenWindow read(DataInput in) throws IOException {
    OpenWindow window = new OpenWindow(in.readLong());
    window.instants.read(in);
    int metrics = in.readUnsignedShort();
    for (int i = 0; i < metrics; i++) {
      window.sums.put(in.readUnsignedShort(), ExactSum.read(in));
    }
    return window;
  }
}
