package io.peerwatch.consumers.dashboard.latest;

import io.peerwatch.schemas.avro.HostReadings;
import java.util.Arrays;
import java.util.List;

/**
 * Some hosts' readings of one metric in one window; arrays run alike over hosts, all in the
 * metric's unit. What is unknown is NaN. Nobody changes the arrays after construction: they are
 * shared between threads.
 *
 * @param bandLow median of the hosts' lower edges, NaN when no host was judged
 * @param bandHigh median of the hosts' upper edges, NaN when no host was judged
 * @param judged how many hosts have edges
 */
record ReadingsChunk(
    String[] hosts,
    float[] observed,
    float[] low,
    float[] high,
    float bandLow,
    float bandHigh,
    int judged) {

  static ReadingsChunk of(HostReadings readings) {
    String[] hosts = readings.getHosts().toArray(String[]::new);
    float[] low = floats(readings.getLow());
    float[] high = floats(readings.getHigh());
    return new ReadingsChunk(
        hosts,
        floats(readings.getObserved()),
        low,
        high,
        median(low),
        median(high),
        finite(low).length);
  }

  /**
   * The same, holding the other's array of names when the names are equal: one copy for all
   * windows.
   */
  ReadingsChunk sharingNamesWith(ReadingsChunk other) {
    return Arrays.equals(hosts, other.hosts)
        ? new ReadingsChunk(other.hosts, observed, low, high, bandLow, bandHigh, judged)
        : this;
  }

  private static float[] floats(List<Double> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return floats;
  }

  private static float median(float[] values) {
    float[] sorted = finite(values);
    if (sorted.length == 0) {
      return Float.NaN;
    }
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static float[] finite(float[] values) {
    float[] finite = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        finite[count++] = value;
      }
    }
    return Arrays.copyOf(finite, count);
  }
}
