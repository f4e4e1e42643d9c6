package io.peerwatch.proof.evaluate.lab;

import java.util.List;

/**
 * What made a group's windows, and no detector can know: the load of every window, what sets hosts
 * apart, how noise lasts and agrees, and what every fault does to every metric.
 *
 * <p>A host's noise, in spreads, is {@code common · factor + sqrt(1 − common²) · own} by metric;
 * factor and own go from window to window by {@code lasts}, and have unit variance.
 */
public final class Truth {
  private final World world;
  private final List<Injection> injections;
  private final GroupLife life;
  private final double[] loads;

  Truth(long seed, World world, int hosts, List<Injection> injections) {
    this.world = world;
    this.injections = List.copyOf(injections);
    this.life = new GroupLife(seed, world, hosts, injections, Change.NONE);
    this.loads = life.loadsOf(LabGroup.WINDOWS);
  }

  public int metrics() {
    return world.metrics().size();
  }

  /** Share of the noise that is left after a window, 0..1. */
  public double lasts() {
    return world.lasts();
  }

  /** Share of a host's noise that all its metrics have in common, 0..1. */
  public double common() {
    return world.common();
  }

  public List<Injection> injections() {
    return injections;
  }

  /**
   * By how many spreads a host that shows the load of an hour ago is off.
   *
   * @param window from {@link GroupLife#LAG_WINDOWS} to {@link LabGroup#WINDOWS}, exclusive
   */
  public double lag(int host, int metric, int window) {
    double gain = life.gain(host, metric);
    double late = loads[window - GroupLife.LAG_WINDOWS] * gain;
    return world.metrics().get(metric).spreadsOver(late, loads[window] * gain);
  }

  /** By how many spreads the fault moves the metric in a window that it lasts. */
  public double shift(Injection injection, int metric, int window) {
    if (injection.signs()[metric] == 0) {
      return 0;
    }
    return injection.kind() == InjectionKind.LAG
        ? lag(injection.host(), metric, window)
        : injection.shift(metric, window);
  }
}
