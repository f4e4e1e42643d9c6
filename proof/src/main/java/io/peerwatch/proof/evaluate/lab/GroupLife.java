package io.peerwatch.proof.evaluate.lab;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Tells a group's windows one after another: its load, every host's noise, faults and changes. */
public final class GroupLife {
  public static final String GROUP = "web";
  public static final long WINDOW_MILLIS = 300_000;
  static final int WINDOWS_PER_DAY = (int) (86_400_000 / WINDOW_MILLIS);
  private static final long START_MILLIS = 1_767_225_600_000L; // 2026-01-01T00:00Z, a Thursday
  static final int LAG_WINDOWS = 12;

  private final World world;
  private final List<Injection> injections;
  private final Change change;
  private final SplittableRandom random;
  private final List<String> names;
  private final LabHost[] hosts;
  private final double[] loads = new double[LAG_WINDOWS + 1];
  private double surge;
  private int window;

  GroupLife(long seed, World world, int hosts, List<Injection> injections, Change change) {
    this.world = world;
    this.injections = injections;
    this.change = change;
    this.random = new SplittableRandom(seed);
    this.names = world.metrics().stream().map(LabMetric::name).toList();
    this.hosts = new LabHost[hosts];
    for (int h = 0; h < hosts; h++) {
      this.hosts[h] = new LabHost(h, world, random.split());
    }
  }

  public static String host(int number) {
    return String.format("web-%04d", number);
  }

  public static long startOf(int window) {
    return START_MILLIS + window * WINDOW_MILLIS;
  }

  public GroupWindow next() {
    long start = startOf(window);
    double load = load();
    loads[window % loads.length] = load;
    double late = loads[window < LAG_WINDOWS ? 0 : (window + 1) % loads.length];
    List<HostWindow> all = new ArrayList<>();
    for (LabHost host : hosts) {
      if (change.exists(host.number(), window)) {
        all.add(host.next(window, load, late, injections, change));
      }
    }
    window++;
    return new GroupWindow(GROUP, start, start + WINDOW_MILLIS, names, List.copyOf(all), 0, false);
  }

  /** The load of all windows from the next on, as many as asked for; life ends with it. */
  double[] loadsOf(int windows) {
    double[] all = new double[windows];
    for (int i = 0; i < windows; i++) {
      all[i] = load();
      window++;
    }
    return all;
  }

  /** What sets a host apart from others for good: it sees so many times the load. */
  double gain(int host, int metric) {
    return hosts[host].gain(metric);
  }

  private double load() {
    double day = (double) (window % WINDOWS_PER_DAY) / WINDOWS_PER_DAY;
    double alpha = StrictMath.exp(-WINDOW_MILLIS / 1_800_000.0);
    double fresh = world.surge() * Math.sqrt(1 - alpha * alpha);
    surge = alpha * surge + fresh * random.nextGaussian();
    double profile = 1 - world.dayAmplitude() * StrictMath.cos(2 * Math.PI * (day - 0.1));
    return StrictMath.exp(surge) * profile * week();
  }

  /** Days pass into each other from noon to noon, as the weekends of people do. */
  private double week() {
    double noons = (double) window / WINDOWS_PER_DAY + 0.5;
    double eased = (1 - StrictMath.cos(Math.PI * (noons % 1))) / 2;
    return (1 - eased) * ofDay((int) noons - 1) + eased * ofDay((int) noons);
  }

  private double ofDay(int day) {
    return Math.floorMod(day, 7) >= 5 ? world.weekendRatio() : 1;
  }
}
