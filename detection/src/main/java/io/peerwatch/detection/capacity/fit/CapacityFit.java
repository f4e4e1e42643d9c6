package io.peerwatch.detection.capacity.fit;

import io.peerwatch.detection.capacity.CapacityLimits;
import io.peerwatch.detection.capacity.CapacityResource;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Solves a group's history for the requests that a unit carries at the target and at the ceiling:
 * where load or CPU gets there, whichever does first. The error is the jackknife's: a sixth of the
 * points is left out in turn, neighbours together, so that a curve that hangs on its last points is
 * told from one that does not.
 */
final class CapacityFit {
  static final double NEAR = 1.3; // no further than this times the most requests that were seen
  private static final double BLIND = 1.5; // times the load seen: where it bends, only CPU tells
  private static final double UNSURE = 0.15; // of the result
  private static final int POINTS_MIN = 4;
  private static final double SPAN_MIN = 1.25;
  private static final int BLOCKS = 6;

  private final Points load;
  private final Points cpu;
  private final CapacityLimits limits;
  private final int cores;

  /**
   * Prepares to solve.
   *
   * @param cores of a host of the median size, at least 1
   */
  CapacityFit(WorkHistory history, CapacityLimits limits, int cores) {
    this.load = history.load();
    this.cpu = history.cpu();
    this.limits = limits;
    this.cores = cores;
  }

  Carried atTarget() {
    return least(limits.loadPerCore(), limits.cpu());
  }

  Carried atCeiling() {
    return least(limits.ceilingOf(CapacityResource.LOAD), limits.ceilingOf(CapacityResource.CPU));
  }

  private Carried least(double loadLevel, double cpuLevel) {
    Carried byCpu =
        solved(cpu, cpuLevel, points -> CpuLine.through(points).reaches(cpuLevel), "CPU");
    return load.size() == 0 ? byCpu : least(byLoad(loadLevel), byCpu);
  }

  private Carried byLoad(double level) {
    boolean cpuTold = enough(cpu);
    if (enough(load) && !cpuTold && level > BLIND * load.lastY()) {
      return beyond(load, "load per core");
    }
    double full = cpuTold ? CpuLine.through(cpu).reaches(1) : Double.NaN;
    return solved(
        load,
        level,
        points -> LoadCurve.through(points, cores, full).reaches(level),
        "load per core");
  }

  private static Carried least(Carried byLoad, Carried byCpu) {
    boolean beyond = byLoad.requests() == Double.POSITIVE_INFINITY;
    if (byLoad.known() && !beyond) {
      return byCpu.known() && byCpu.requests() < byLoad.requests() ? byCpu : byLoad;
    }
    return beyond && byCpu.known() ? byCpu : byLoad;
  }

  private static boolean enough(Points points) {
    return points.size() >= POINTS_MIN && points.span() >= SPAN_MIN;
  }

  private static Carried solved(
      Points points, double level, ToDoubleFunction<Points> solve, String what) {
    if (!enough(points)) {
      return Carried.unknown("requests have not varied enough yet to tell what they cost");
    }
    double all = solve.applyAsDouble(points);
    double most = points.largestX();
    if (all > NEAR * most) {
      return beyond(points, what);
    }
    boolean seen = points.lastY() >= level; // then it is no farther than that
    double error = jackknife(points, solve, seen ? Math.max(all, most) : NEAR * most);
    return error <= UNSURE * all
        ? new Carried(all, error, "")
        : Carried.unknown(
            String.format(
                Locale.ROOT, "%s scatters too much to tell within %.0f %%", what, 100 * UNSURE));
  }

  /** What is known to lie beyond what was seen: infinite. */
  private static Carried beyond(Points points, String what) {
    return new Carried(
        Double.POSITIVE_INFINITY,
        Double.NaN,
        String.format(
            Locale.ROOT,
            "at the most requests seen yet, %s was at %.2f: too far from it to tell",
            what,
            points.lastY()));
  }

  private static double jackknife(Points points, ToDoubleFunction<Points> solve, double farthest) {
    int blocks = Math.min(BLOCKS, points.size());
    double[] without = new double[blocks];
    double mean = 0;
    for (int b = 0; b < blocks; b++) {
      int from = b * points.size() / blocks;
      int to = (b + 1) * points.size() / blocks;
      without[b] = Math.min(farthest, solve.applyAsDouble(points.without(from, to)));
      mean += without[b] / blocks;
    }
    double squares = 0;
    for (double one : without) {
      squares += (one - mean) * (one - mean);
    }
    return Math.sqrt(squares * (blocks - 1) / blocks);
  }
}
