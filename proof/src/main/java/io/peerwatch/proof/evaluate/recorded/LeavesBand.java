package io.peerwatch.proof.evaluate.recorded;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a host's window shows anything at all: any metric outside the band in which {@value
 * #USUAL} of that host's values lay before the scored time.
 */
final class LeavesBand {
  private static final double USUAL = 0.999;

  /** Lowest and highest usual value. */
  private record Band(double low, double high) {}

  private final Map<String, Band> bands = new HashMap<>();

  /**
   * @param windows of one group, in order
   * @param untilMillis end of the time that tells what is usual
   */
  LeavesBand(List<GroupWindow> windows, long untilMillis) {
    Map<String, List<Double>> values = new HashMap<>();
    for (GroupWindow window : windows) {
      if (window.start() < untilMillis) {
        for (HostWindow host : window.hosts()) {
          each(
              window, host, (key, v) -> values.computeIfAbsent(key, k -> new ArrayList<>()).add(v));
        }
      }
    }
    values.forEach((key, all) -> bands.put(key, band(all)));
  }

  private interface Taker {
    void take(String key, double value);
  }

  private static void each(GroupWindow window, HostWindow host, Taker taker) {
    for (int m = 0; m < host.values().length; m++) {
      if (!Double.isNaN(host.values()[m])) {
        taker.take(host.host() + " " + window.metrics().get(m), host.values()[m]);
      }
    }
  }

  private static Band band(List<Double> all) {
    double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int beyond = (int) (sorted.length * (1 - USUAL) / 2);
    return new Band(sorted[beyond], sorted[sorted.length - 1 - beyond]);
  }

  boolean of(GroupWindow window, HostWindow host) {
    boolean[] leaves = {false};
    each(
        window,
        host,
        (key, value) -> {
          Band band = bands.get(key);
          leaves[0] |= band == null || value < band.low() || value > band.high();
        });
    return leaves[0];
  }
}
