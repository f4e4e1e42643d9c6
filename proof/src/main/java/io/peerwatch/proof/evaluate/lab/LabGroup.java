package io.peerwatch.proof.evaluate.lab;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.streams.score.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A made-up group with its truth: some weeks in which only ordinary life goes on, then some in
 * which faults are injected, or something harmless happens.
 *
 * @param incidents what was injected, in order of time
 * @param life tells the windows
 * @param truth what made them
 */
public record LabGroup(List<Incident> incidents, GroupLife life, Truth truth) {

  private static final int WEEK_WINDOWS = 7 * GroupLife.WINDOWS_PER_DAY;

  /** Windows before anything is injected. */
  public static final int HISTORY_WINDOWS = 2 * WEEK_WINDOWS;

  /** Windows in all. */
  public static final int WINDOWS = 4 * WEEK_WINDOWS;

  /** The strengths of faults, in spreads: evenly from the first to the second. */
  static final double SPREADS_MIN = 1;

  static final double SPREADS_MAX = 5;

  private static final int DAYS = WINDOWS / GroupLife.WINDOWS_PER_DAY;
  private static final int GAP_WINDOWS_MIN = 24;
  private static final int GAP_WINDOWS_MAX = 96;

  /** Faults of all kinds, one host at a time, about one in eight hours. */
  public static LabGroup withFaults(long seed, int hosts) {
    return withFaults(seed, hosts, SPREADS_MIN, SPREADS_MAX);
  }

  /** The same with faults that are all so many spreads strong. */
  public static LabGroup withFaults(long seed, int hosts, double spreads) {
    return withFaults(seed, hosts, spreads, spreads);
  }

  private static LabGroup withFaults(long seed, int hosts, double weakest, double strongest) {
    var random = new SplittableRandom(seed);
    World world = World.of(random);
    List<Injection> injections =
        faults(random, InjectionKind.ANYWHERE, world, hosts, weakest, strongest);
    return of(seed, world, hosts, injections, Change.NONE);
  }

  /**
   * Faults of all kinds, lost traffic among them, where a balancer shifts work about once a day.
   */
  public static LabGroup atWork(long seed, int hosts) {
    var random = new SplittableRandom(seed);
    World world = World.of(random).atWork(random.split());
    List<Injection> injections =
        faults(random, List.of(InjectionKind.values()), world, hosts, SPREADS_MIN, SPREADS_MAX);
    Change shifts = new BalancerShifts(random.split(), hosts, 0, WINDOWS, DAYS);
    return of(seed, world, hosts, injections, shifts);
  }

  private static List<Injection> faults(
      SplittableRandom random,
      List<InjectionKind> kinds,
      World world,
      int hosts,
      double weakest,
      double strongest) {
    List<Injection> injections = new ArrayList<>();
    int window = HISTORY_WINDOWS;
    for (int next = random.nextInt(kinds.size()); ; next++) {
      window += random.nextInt(GAP_WINDOWS_MIN, GAP_WINDOWS_MAX);
      InjectionKind kind = kinds.get(next % kinds.size());
      int to = window + random.nextInt(kind.windowsMin, kind.windowsMax);
      if (to > WINDOWS - GAP_WINDOWS_MIN) {
        break;
      }
      int host = random.nextInt(hosts);
      int[] signs = signs(random, kind, world, touched(random, world));
      double spreads = random.nextDouble() * (strongest - weakest) + weakest;
      injections.add(new Injection(kind, host, window, to, spreads, signs));
      window = to;
    }
    return injections;
  }

  /** Steps of so many spreads in so many metrics, one host at a time. */
  public static LabGroup withSteps(long seed, int hosts, double spreads, int metrics) {
    var random = new SplittableRandom(seed);
    World world = World.of(random);
    List<Injection> injections = new ArrayList<>();
    for (int from = HISTORY_WINDOWS + 48; from + 96 < WINDOWS; from += 96) {
      int[] signs = signs(random, InjectionKind.STEP, world, metrics);
      injections.add(
          new Injection(
              InjectionKind.STEP, random.nextInt(hosts), from, from + 24, spreads, signs));
    }
    return of(seed, world, hosts, injections, Change.NONE);
  }

  /** Nothing is wrong, but something happens. */
  public static LabGroup with(Harmless harmless, long seed, int hosts) {
    World world = harmless.world(World.of(seed), seed);
    return of(
        seed, world, hosts, List.of(), harmless.change(seed, hosts, HISTORY_WINDOWS, WINDOWS));
  }

  private static LabGroup of(
      long seed, World world, int hosts, List<Injection> injections, Change change) {
    List<Incident> incidents = injections.stream().map(i -> incident(i, world)).toList();
    var life = new GroupLife(seed, world, hosts, injections, change);
    return new LabGroup(incidents, life, new Truth(seed, world, hosts, injections));
  }

  private static int touched(RandomGenerator random, World world) {
    return random.nextInt(2, Math.max(3, world.metrics().size() / 2 + 1));
  }

  private static int[] signs(RandomGenerator random, InjectionKind kind, World world, int touched) {
    int metrics = world.metrics().size();
    int[] signs = new int[metrics];
    if (kind == InjectionKind.LAG
        || kind == InjectionKind.SILENCE
        || kind == InjectionKind.LOST_TRAFFIC) {
      java.util.Arrays.fill(signs, 1);
      return signs;
    }
    for (int left = Math.min(touched, metrics); left > 0; ) {
      int m = random.nextInt(metrics);
      if (signs[m] == 0) {
        signs[m] = random.nextBoolean() ? 1 : -1;
        left--;
      }
    }
    return signs;
  }

  private static Incident incident(Injection injection, World world) {
    List<String> metrics = new ArrayList<>();
    for (int m = 0; m < injection.signs().length; m++) {
      boolean shows = injection.kind() != InjectionKind.SILENCE && injection.signs()[m] != 0;
      boolean byLoad =
          injection.kind() == InjectionKind.LAG || injection.kind() == InjectionKind.LOST_TRAFFIC;
      if (shows && (!byLoad || world.metrics().get(m).follows() > 0)) {
        metrics.add(world.metrics().get(m).name());
      }
    }
    return new Incident(
        GroupLife.GROUP,
        GroupLife.host(injection.host()),
        GroupLife.startOf(injection.from()),
        GroupLife.startOf(injection.to()),
        metrics,
        injection.kind().name());
  }

  /** Start of the time in which detectors are scored, epoch milliseconds. */
  public long scoredFromMillis() {
    return GroupLife.startOf(HISTORY_WINDOWS);
  }

  /** End of all windows. */
  public long endMillis() {
    return GroupLife.startOf(WINDOWS);
  }

  /** How long that is. */
  public double scoredWeeks() {
    return (double) (WINDOWS - HISTORY_WINDOWS) / WEEK_WINDOWS;
  }

  /** The next of {@link #WINDOWS} windows. */
  public GroupWindow next() {
    return life.next();
  }
}
