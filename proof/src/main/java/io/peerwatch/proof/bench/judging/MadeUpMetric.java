package io.peerwatch.proof.bench.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One metric of the windows that are judged for their speed.
 *
 * @param name canonical, or unknown to the dictionary
 * @param ratio whether values are ratios in 0..1; else they are positive, and noise multiplies
 * @param base typical value, in the metric's unit
 * @param noise standard deviation of a host's noise: of the logit of ratios, else of the logarithm
 * @param follows how much of it follows the group's load, 0..1
 */
public record MadeUpMetric(String name, boolean ratio, double base, double noise, double follows) {

  /** Those that every machine has come first: a group of few metrics has these. */
  private static final List<MadeUpMetric> USUAL =
      List.of(
          new MadeUpMetric("http.server.request.rate", false, 400, 0.05, 1),
          new MadeUpMetric("system.cpu.load_average.1m", false, 3, 0.12, 0.9),
          new MadeUpMetric("system.cpu.utilization", true, 0.35, 0.1, 0.9),
          new MadeUpMetric("system.memory.utilization", true, 0.55, 0.08, 0.1),
          new MadeUpMetric("system.network.io.receive", false, 9e6, 0.06, 1),
          new MadeUpMetric("system.network.io.transmit", false, 3e7, 0.06, 1),
          new MadeUpMetric("system.disk.io.read", false, 4e6, 0.3, 0.3),
          new MadeUpMetric("system.disk.io.write", false, 6e6, 0.2, 0.4),
          new MadeUpMetric("system.disk.io_time", true, 0.2, 0.15, 0.5),
          new MadeUpMetric("system.disk.operations.read", false, 90, 0.3, 0.3),
          new MadeUpMetric("system.disk.operations.write", false, 240, 0.2, 0.4),
          new MadeUpMetric("system.cpu.load_average.5m", false, 3, 0.08, 0.9),
          new MadeUpMetric("system.cpu.load_average.15m", false, 3, 0.05, 0.9),
          new MadeUpMetric("system.memory.usage", false, 9e9, 0.03, 0.1),
          new MadeUpMetric("system.process.count", false, 300, 0.03, 0.2),
          new MadeUpMetric("http.server.request.duration", false, 0.08, 0.1, 0.3),
          new MadeUpMetric("system.filesystem.utilization", true, 0.6, 0.02, 0),
          new MadeUpMetric("cache.hit.ratio", true, 0.8, 0.1, 0),
          new MadeUpMetric("gc.pause.seconds", false, 0.04, 0.3, 0.5),
          new MadeUpMetric("worker.queue.length", false, 40, 0.25, 0.6));

  /** So many metrics, sorted by name; beyond the usual ones, file systems of their own. */
  public static List<MadeUpMetric> first(int count) {
    List<MadeUpMetric> metrics = new ArrayList<>(USUAL.subList(0, Math.min(count, USUAL.size())));
    for (int i = metrics.size(); i < count; i++) {
      String name = String.format("system.filesystem.utilization.disk%02d", i);
      metrics.add(new MadeUpMetric(name, true, 0.6, 0.02, 0.1));
    }
    metrics.sort(Comparator.comparing(MadeUpMetric::name));
    return metrics;
  }

  /**
   * @param level what the metric sees of the load, about 1, times what sets the host apart
   * @param deviation the host's noise, in standard deviations
   */
  public double value(double level, double deviation) {
    double usual = base * (follows * level + 1 - follows);
    if (!ratio) {
      return usual * StrictMath.exp(noise * deviation);
    }
    double within = Math.min(0.97, usual);
    return 1 / (1 + (1 - within) / within * StrictMath.exp(-noise * deviation));
  }
}
