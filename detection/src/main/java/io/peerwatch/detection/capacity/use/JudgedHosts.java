package io.peerwatch.detection.capacity.use;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import io.peerwatch.detection.window.Members;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The hosts of a window that health is read from: they reported, and nobody suspects them. */
final class JudgedHosts {
  private static final int LISTED = 20;

  private final GroupWindow window;
  private final Members members;
  private final List<HostWindow> judged = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private int silent;

  JudgedHosts(GroupWindow window, Set<String> suspects, Members members) {
    this.window = window;
    this.members = members;
    for (HostWindow host : window.hosts()) {
      if (host.samples() > 0 && !suspects.contains(host.host())) {
        judged.add(host);
      } else {
        leftOut.add(host.host());
        silent += host.samples() > 0 ? 0 : 1;
      }
    }
    Collections.sort(leftOut);
  }

  int count() {
    return judged.size();
  }

  int silent() {
    return silent;
  }

  int suspect() {
    return leftOut.size() - silent;
  }

  List<String> leftOut() {
    return List.copyOf(leftOut.subList(0, Math.min(LISTED, leftOut.size())));
  }

  /** One metric by judged host, NaN where it is not told or below 0. */
  double[] column(String metric) {
    double[] column = new double[judged.size()];
    int index = window.metrics().indexOf(metric);
    for (int i = 0; i < column.length; i++) {
      column[i] = index < 0 ? Double.NaN : believed(judged.get(i).values()[index]);
    }
    return column;
  }

  /** A size of every known host that tells it or that others tell it of, sorted. */
  double[] known(String metric) {
    int index = window.metrics().indexOf(metric);
    double[] sizes = new double[window.hosts().size()];
    for (int i = 0; i < sizes.length; i++) {
      double size = size(window.hosts().get(i), metric, index);
      sizes[i] = size > 0 ? size : Double.NaN;
    }
    return new HostValues(sizes, null).sorted();
  }

  private double size(HostWindow host, String metric, int index) {
    double told = host.samples() > 0 && index >= 0 ? believed(host.values()[index]) : Double.NaN;
    return told > 0 ? told : members.told(host.host(), metric);
  }

  private static double believed(double value) {
    return Double.isFinite(value) && value >= 0 ? value : Double.NaN;
  }

  /** One column divided by another; NaN where either is missing or the divisor is 0. */
  static double[] ratio(double[] column, double[] divisor) {
    double[] ratio = new double[column.length];
    Arrays.setAll(ratio, i -> divisor[i] > 0 ? column[i] / divisor[i] : Double.NaN);
    return ratio;
  }

  static boolean any(double[] column) {
    for (double value : column) {
      if (!Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }
}
