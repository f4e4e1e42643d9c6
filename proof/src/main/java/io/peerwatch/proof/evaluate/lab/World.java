package io.peerwatch.proof.evaluate.lab;

import io.peerwatch.proof.evaluate.lab.LabMetric.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What a group's life is like, drawn from a seed: which metrics there are, how the load goes
 * through day and week, how alike hosts are, how noise lasts and agrees. Detectors meet many
 * worlds, so that none can be tuned to one.
 *
 * @param metrics sorted by name, five to twelve
 * @param dayAmplitude share of the load that comes and goes with the day
 * @param weekendRatio load on the last two days of seven
 * @param surge standard deviation of the load's logarithm beside the profile
 * @param lasts how much of a host's noise is left after a window, 0..1
 * @param common share of a host's noise that all its metrics have in common, 0..1
 * @param unlike standard deviation of the logarithm by which hosts differ for good
 * @param wildShare windows in which a host's noise is three times as large
 * @param shares standard deviation of the logarithm by which a host's share of the work comes and
 *     goes; 0 where all get the same
 */
record World(
    List<LabMetric> metrics,
    double dayAmplitude,
    double weekendRatio,
    double surge,
    double lasts,
    double common,
    double unlike,
    double wildShare,
    double shares) {

  /** The metric that counts the work. */
  static final String WORK = "http.server.request.rate";

  private static final List<LabMetric> CORE =
      List.of(
          new LabMetric(WORK, Shape.LOGARITHMIC, 400, 0.05, 1),
          new LabMetric("system.cpu.load_average.1m", Shape.LOGARITHMIC, 3, 0.12, 0.9),
          new LabMetric("system.cpu.utilization", Shape.RATIO, 0.35, 0.1, 0.9),
          new LabMetric("system.memory.utilization", Shape.RATIO, 0.55, 0.08, 0.1));
  private static final List<LabMetric> MORE =
      List.of(
          new LabMetric("system.disk.io.write", Shape.LOGARITHMIC, 6e6, 0.2, 0.4),
          new LabMetric("system.disk.io.read", Shape.LOGARITHMIC, 4e6, 0.3, 0.3),
          new LabMetric("system.disk.io_time", Shape.RATIO, 0.2, 0.15, 0.5),
          new LabMetric("system.network.io.receive", Shape.LOGARITHMIC, 9e6, 0.06, 1),
          new LabMetric("system.network.io.transmit", Shape.LOGARITHMIC, 3e7, 0.06, 1),
          new LabMetric("system.process.count", Shape.COUNT, 300, 0.03, 0.2),
          new LabMetric("system.memory.usage", Shape.LOGARITHMIC, 9e9, 0.03, 0.1),
          new LabMetric("worker.queue.length", Shape.COUNT, 40, 0.25, 0.6),
          new LabMetric("cache.hit.ratio", Shape.RATIO, 0.8, 0.1, 0),
          new LabMetric("gc.pause.seconds", Shape.LOGARITHMIC, 0.04, 0.3, 0.5));

  static World of(RandomGenerator random) {
    List<LabMetric> more = new ArrayList<>(MORE);
    Collections.shuffle(more, new java.util.Random(random.nextLong()));
    List<LabMetric> metrics = new ArrayList<>(CORE);
    metrics.addAll(more.subList(0, random.nextInt(1, 9)));
    metrics.sort((a, b) -> a.name().compareTo(b.name()));
    return new World(
        List.copyOf(metrics),
        random.nextDouble(0.1, 0.45),
        random.nextDouble(0.6, 1),
        random.nextDouble(0.02, 0.06),
        random.nextDouble(0.3, 0.85),
        random.nextDouble(0.3, 0.7),
        random.nextDouble(0.02, 0.25),
        random.nextBoolean() ? 0 : 0.01,
        0);
  }

  static World of(long seed) {
    return of(new SplittableRandom(seed));
  }

  /** The same world with one more metric that is 0 nearly always, and 1 now and then. */
  World withFlag() {
    List<LabMetric> more = new ArrayList<>(metrics);
    more.add(new LabMetric("zz.failover.active", Shape.FLAG, 1, 1, 0));
    return with(more, shares);
  }

  /**
   * The same world with hosts that get more or less of the work by turns, and metrics that follow
   * it, but not all in proportion.
   */
  World atWork(RandomGenerator random) {
    List<LabMetric> bent = new ArrayList<>();
    for (LabMetric metric : metrics) {
      boolean isWork = metric.name().equals(WORK);
      bent.add(isWork ? metric : metric.bent(random.nextDouble(0.8, 1.25)));
    }
    return with(bent, random.nextDouble(0.03, 0.12));
  }

  private World with(List<LabMetric> others, double shareDeviation) {
    return new World(
        List.copyOf(others),
        dayAmplitude,
        weekendRatio,
        surge,
        lasts,
        common,
        unlike,
        wildShare,
        shareDeviation);
  }
}
