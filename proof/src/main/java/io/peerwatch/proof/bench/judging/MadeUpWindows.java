package io.peerwatch.proof.bench.judging;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Windows of one made-up group, made before they are needed and told again from the start when they
 * end, in ever later time: load that comes and goes, hosts that differ, noise that lasts and agrees
 * over metrics, and now and then a host that misses a window. One seed, one group, to the last bit.
 */
final class MadeUpWindows {
  static final long WINDOW_MILLIS = 60_000;

  private static final String GROUP = "bench";
  private static final long START_MILLIS = 1_767_225_600_000L; // 2026-01-01T00:00Z
  private static final int DAY_WINDOWS = (int) (86_400_000 / WINDOW_MILLIS);

  /** A day's windows of a large group would not fit into memory: then its course is shorter. */
  private static final int VALUES_MAX = 16_000_000;

  private static final double LASTS = 0.7;
  private static final double COMMON = 0.5;
  private static final double UNLIKE = 0.1;
  private static final double DAY_AMPLITUDE = 0.35;
  private static final double SURGE = 0.03;
  private static final double MISSED_SHARE = 0.001;

  private final List<MadeUpMetric> metrics;
  private final List<String> names;
  private final List<List<HostWindow>> course = new ArrayList<>();
  private long told;

  MadeUpWindows(long seed, int hosts, int metricCount) {
    metrics = MadeUpMetric.first(metricCount);
    names = metrics.stream().map(MadeUpMetric::name).toList();
    int windows = Math.max(2, Math.min(DAY_WINDOWS, VALUES_MAX / (hosts * metricCount)));
    var random = new SplittableRandom(seed);
    double[] loads = loads(random.split(), windows);
    for (int w = 0; w < windows; w++) {
      course.add(new ArrayList<>(hosts));
    }
    for (int h = 0; h < hosts; h++) {
      tell(String.format("bench-%05d", h), random.split(), loads);
    }
  }

  private static double[] loads(SplittableRandom random, int windows) {
    double[] loads = new double[windows];
    double surge = 0;
    for (int w = 0; w < windows; w++) {
      surge = lasting(surge, random);
      double profile = 1 - DAY_AMPLITUDE * StrictMath.cos(2 * Math.PI * w / windows);
      loads[w] = profile * StrictMath.exp(SURGE * surge);
    }
    return loads;
  }

  private void tell(String host, SplittableRandom random, double[] loads) {
    double gain = StrictMath.exp(UNLIKE * random.nextGaussian());
    double[] noise = new double[metrics.size()];
    double factor = 0;
    boolean missed = false;
    for (int w = 0; w < loads.length; w++) {
      factor = lasting(factor, random);
      double[] values = new double[metrics.size()];
      for (int m = 0; m < values.length; m++) {
        noise[m] = lasting(noise[m], random);
        double deviation = COMMON * factor + Math.sqrt(1 - COMMON * COMMON) * noise[m];
        values[m] = metrics.get(m).value(loads[w] * gain, deviation);
      }
      missed = !missed && w > 0 && random.nextDouble() < MISSED_SHARE;
      if (missed) {
        Arrays.fill(values, Double.NaN);
      }
      course.get(w).add(new HostWindow(host, values, missed ? 0 : 6, missed ? 1 : 0, 0, 0));
    }
  }

  private static double lasting(double before, SplittableRandom random) {
    return LASTS * before + Math.sqrt(1 - LASTS * LASTS) * random.nextGaussian();
  }

  GroupWindow next() {
    List<HostWindow> hosts = course.get((int) (told % course.size()));
    long start = START_MILLIS + told++ * WINDOW_MILLIS;
    return new GroupWindow(GROUP, start, start + WINDOW_MILLIS, names, hosts, 0, false);
  }

  /** The values of the course's first windows as columns: by window, then metric, then host. */
  double[][][] columns(int windows) {
    double[][][] columns = new double[Math.min(windows, course.size())][names.size()][];
    for (int w = 0; w < columns.length; w++) {
      List<HostWindow> reporting =
          course.get(w).stream().filter(host -> host.samples() > 0).toList();
      for (int m = 0; m < names.size(); m++) {
        int metric = m;
        columns[w][m] = reporting.stream().mapToDouble(host -> host.values()[metric]).toArray();
      }
    }
    return columns;
  }
}
