package io.peerwatch.streams.intake;

import io.peerwatch.detection.verdict.ScoreReadings;
import io.peerwatch.schemas.topics.Names;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The metrics of a sample on the wire. Hosts send the same names in the same order again and again:
 * each such order is looked into once and then known by its bytes.
 */
final class WireNames {
  /** Orders that are remembered; then all are forgotten, for most may be somebody's mistake. */
  private static final int LAYOUTS_MAX = 1_024;

  private final Map<Integer, List<WireLayout>> layouts = new HashMap<>();
  private final int[] start;
  private final int[] from;
  private final int[] length;
  private final double[] values;
  private int size;
  private int known;

  /**
   * @param metricsMax in one sample
   */
  WireNames(int metricsMax) {
    start = new int[metricsMax];
    from = new int[metricsMax];
    length = new int[metricsMax];
    values = new double[metricsMax];
  }

  /**
   * Reads a map of numbers; false when there are none, too many, or any that no sample may have.
   */
  boolean read(WireBytes in) {
    size = 0;
    for (long left = in.block(); left > 0; left = in.block()) {
      if (left > values.length - size) {
        return false;
      }
      for (; left > 0; left--) {
        start[size] = in.position();
        length[size] = in.text();
        from[size] = in.position() - length[size];
        double value = in.number();
        if (in.failed() || !WireLayout.isValue(value)) {
          return false;
        }
        values[size++] = value;
      }
    }
    return size > 0 && !in.failed();
  }

  /** The values that were read, in their order. */
  double[] values() {
    return Arrays.copyOf(values, size);
  }

  /** The names that were read; null when any of them is none, or there twice. */
  WireLayout layout(byte[] bytes) {
    int hash = 1;
    for (int i = 0; i < size; i++) {
      for (int at = start[i]; at < from[i] + length[i]; at++) {
        hash = 31 * hash + bytes[at];
      }
    }
    for (WireLayout layout : layouts.getOrDefault(hash, List.of())) {
      if (matches(layout, bytes)) {
        return layout;
      }
    }
    return remember(hash, bytes);
  }

  private boolean matches(WireLayout layout, byte[] bytes) {
    if (layout.size() != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      byte[] name = layout.name(i);
      int end = from[i] + length[i];
      if (!Arrays.equals(name, 0, name.length, bytes, start[i], end)) {
        return false;
      }
    }
    return true;
  }

  private WireLayout remember(int hash, byte[] bytes) {
    byte[][] names = new byte[size][];
    List<String> metrics = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      names[i] = Arrays.copyOfRange(bytes, start[i], from[i] + length[i]);
      String name = new String(bytes, from[i], length[i], StandardCharsets.UTF_8);
      if (!Names.isName(name) || name.equals(ScoreReadings.METRIC)) {
        return null;
      }
      metrics.add(name);
    }
    if (new HashSet<>(metrics).size() < size) {
      return null;
    }
    if (known++ >= LAYOUTS_MAX) {
      layouts.clear();
      known = 1;
    }
    WireLayout layout = new WireLayout(names, List.copyOf(metrics));
    layouts.computeIfAbsent(hash, any -> new ArrayList<>(1)).add(layout);
    return layout;
  }
}
