package io.peerwatch.detection.capacity.fit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.TreeMap;

/** Bins whose edges grow by a ratio, at most so many; over it the one that says least goes. */
final class Bins {
  private static final double WEIGHT_MIN = 0.5;

  private final double logRatio;
  private final int binsMax;
  private final TreeMap<Integer, Bin> bins = new TreeMap<>();

  /**
   * No bins yet.
   *
   * @param ratio between the edges of a bin, above 1
   */
  Bins(double ratio, int binsMax) {
    this.logRatio = StrictMath.log(ratio);
    this.binsMax = binsMax;
  }

  /** The bin of a figure above 0. */
  Bin of(double figure) {
    int index = (int) Math.floor(StrictMath.log(figure) / logRatio);
    Bin bin = bins.computeIfAbsent(index, i -> new Bin());
    if (bins.size() > binsMax) {
      Integer least = null;
      for (Integer other : bins.keySet()) {
        boolean less = least == null || bins.get(other).weight < bins.get(least).weight;
        least = other != index && less ? other : least;
      }
      bins.remove(least);
    }
    return bin;
  }

  void forget(double kept) {
    bins.values().forEach(bin -> bin.forget(kept));
    bins.values().removeIf(bin -> bin.weight < WEIGHT_MIN);
  }

  /** By figure. */
  Collection<Bin> all() {
    return bins.values();
  }

  void write(DataOutput out) throws IOException {
    out.writeShort(bins.size());
    for (var entry : bins.entrySet()) {
      out.writeInt(entry.getKey());
      entry.getValue().write(out);
    }
  }

  void read(DataInput in) throws IOException {
    for (int left = in.readShort(); left > 0; left--) {
      int index = in.readInt();
      bins.put(index, Bin.read(in));
    }
  }
}
