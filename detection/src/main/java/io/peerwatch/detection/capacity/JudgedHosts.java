package io.peerwatch.detection.capacity;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The hosts of a window that health is read from: they reported, and nobody suspects them. */
final class JudgedHosts {

  private static final int LISTED = 20;

  private final GroupWindow window;
  private final List<HostWindow> judged = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  JudgedHosts(GroupWindow window, Set<String> suspects) {
    this.window = window;
    for (HostWindow host : window.hosts()) {
      if (host.samples() > 0 && !suspects.contains(host.host())) {
        judged.add(host);
      } else {
        leftOut.add(host.host());
      }
    }
    Collections.sort(leftOut);
  }

  int count() {
    return judged.size();
  }

  List<String> leftOut() {
    return List.copyOf(leftOut.subList(0, Math.min(LISTED, leftOut.size())));
  }

  /** The values of a metric over the judged hosts that tell it, sorted; empty when none does. */
  double[] values(String metric) {
    int index = window.metrics().indexOf(metric);
    if (index < 0) {
      return new double[0];
    }
    return judged.stream()
        .mapToDouble(host -> host.values()[index])
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  /** One metric divided by another over the judged hosts that tell both, sorted. */
  double[] ratios(String metric, String divisor) {
    int over = window.metrics().indexOf(metric);
    int under = window.metrics().indexOf(divisor);
    if (over < 0 || under < 0) {
      return new double[0];
    }
    return judged.stream()
        .filter(host -> host.values()[under] > 0)
        .mapToDouble(host -> host.values()[over] / host.values()[under])
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  /** A metric over every known host that tells it, suspects too, sorted. */
  double[] known(String metric) {
    int index = window.metrics().indexOf(metric);
    if (index < 0) {
      return new double[0];
    }
    return window.hosts().stream()
        .mapToDouble(host -> host.samples() > 0 ? host.values()[index] : Double.NaN)
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static double percentile95(double[] sorted) {
    return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
  }

  /** Standard deviation over mean; 0 for an idle group. */
  static double variation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return mean > 0 ? Math.sqrt(squares / values.length) / mean : 0;
  }
}
