package io.peerwatch.detection.laboratory;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A seeded group of hosts that do the same work: a daily profile shared by all, with a surge noise
 * of its own; hosts of different size and level; noise correlated in time and between a host's
 * metrics. Faults and shifts are laid over it. The same seed gives the same windows.
 */
public final class Fleet {

  /** Name, base value, noise of its logarithm, how much of it follows the load, 0..1. */
  private record Spec(String name, double base, double noise, double follows) {}

  private static final List<Spec> SPECS =
      List.of(
          new Spec("http.server.request.rate", 400, 0.05, 1),
          new Spec("system.cpu.load_average.1m", 2.4, 0.12, 0.9),
          new Spec("system.cpu.utilization", 0.3, 0.07, 0.9),
          new Spec("system.disk.io.write", 6e6, 0.15, 0.4),
          new Spec("system.memory.utilization", 0.5, 0.02, 0.1),
          new Spec("system.network.io.receive", 9e6, 0.06, 1),
          new Spec("system.network.io.transmit", 3e7, 0.06, 1),
          new Spec("worker.queue.length", 20, 0.2, 0.6));

  private static final double AR = 0.7;
  private static final double OWN_FACTOR = 0.6;

  private final long windowMillis;
  private final long startMillis;
  private final int hosts;
  private final Random random;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Shift> shifts = new ArrayList<>();
  private final double[][] gain;
  private final double[][] noise;
  private final double[] factor;
  private final double[][] stuck;
  private final double[] history;
  private final int[] missed;
  private double surge;
  private double missingShare;
  private boolean identical;
  private int window;

  /** All hosts move by so many spreads on all load metrics, each up to {@code lag} windows late. */
  public record Shift(int from, int to, double spreads, int[] lag) {}

  public Fleet(long seed, int hosts, long windowMillis, long startMillis) {
    this.random = new Random(seed);
    this.hosts = hosts;
    this.windowMillis = windowMillis;
    this.startMillis = startMillis;
    int metrics = SPECS.size();
    gain = new double[hosts][metrics];
    noise = new double[hosts][metrics];
    stuck = new double[hosts][metrics];
    factor = new double[hosts];
    missed = new int[hosts];
    history = new double[Math.max(1, (int) (3_600_000L / windowMillis))];
    for (double[] ofHost : gain) {
      for (int m = 0; m < metrics; m++) {
        ofHost[m] = Math.exp(0.15 * random.nextGaussian());
      }
    }
  }

  public static int metrics() {
    return SPECS.size();
  }

  public static String host(int number) {
    return String.format("web-%03d", number);
  }

  public Fleet with(Fault fault) {
    faults.add(fault);
    return this;
  }

  public Fleet with(Shift shift) {
    shifts.add(shift);
    return this;
  }

  /** Every window of a host is missing with this probability. */
  public Fleet missing(double share) {
    missingShare = share;
    return this;
  }

  /** All hosts show the very same values. */
  public Fleet identical() {
    identical = true;
    return this;
  }

  public long startOf(int number) {
    return startMillis + number * windowMillis;
  }

  /** The next window. */
  public GroupWindow next() {
    long start = startOf(window);
    double load = load(start);
    List<HostWindow> all = new ArrayList<>();
    for (int h = 0; h < hosts; h++) {
      all.add(hostWindow(h, load));
    }
    history[window % history.length] = load;
    window++;
    List<String> names = SPECS.stream().map(Spec::name).toList();
    return new GroupWindow("web", start, start + windowMillis, names, all, 0, false);
  }

  private double load(long start) {
    double day = (start % 86_400_000L) / 86_400_000.0;
    double alpha = Math.exp(-windowMillis / 1_800_000.0);
    surge = alpha * surge + 0.04 * Math.sqrt(1 - alpha * alpha) * random.nextGaussian();
    return Math.exp(surge) * (0.65 - 0.3 * Math.cos(2 * Math.PI * (day - 0.1)));
  }

  private HostWindow hostWindow(int h, double load) {
    double[] values = new double[SPECS.size()];
    factor[h] = ar(factor[h]);
    for (int m = 0; m < values.length; m++) {
      noise[h][m] = ar(noise[h][m]);
      values[m] = value(h, m, load);
    }
    boolean absent = random.nextDouble() < missingShare;
    for (Fault fault : faults) {
      boolean now = fault.host() == h && window >= fault.from() && window < fault.to();
      absent |= now && fault.kind() == FaultKind.SILENCE;
    }
    missed[h] = absent ? missed[h] + 1 : 0;
    if (absent) {
      java.util.Arrays.fill(values, Double.NaN);
    }
    return new HostWindow(host(h), values, absent ? 0 : 1, missed[h], 0, 0);
  }

  private double value(int h, int m, double load) {
    Spec spec = SPECS.get(m);
    double own = OWN_FACTOR * factor[h] + Math.sqrt(1 - OWN_FACTOR * OWN_FACTOR) * noise[h][m];
    double seenLoad = load;
    double spreads = 0;
    boolean isStuck = false;
    for (Fault fault : faults) {
      if (fault.touches(h, m, window)) {
        spreads += fault.shift(window);
        own *= fault.kind() == FaultKind.VARIANCE ? 1 + fault.spreads() : 1;
        isStuck |= fault.kind() == FaultKind.STUCK;
        seenLoad = fault.kind() == FaultKind.LAG ? history[window % history.length] : seenLoad;
      }
    }
    for (Shift shift : shifts) {
      boolean on = window >= shift.from() + shift.lag()[h] && window < shift.to() + shift.lag()[h];
      spreads += on ? shift.spreads() * spec.follows() : 0;
    }
    double level = spec.base() * (spec.follows() * seenLoad + 1 - spec.follows());
    double each = identical ? 1 : gain[h][m] * Math.exp(spec.noise() * own);
    double value = level * each * Math.exp(spec.noise() * spreads);
    value = "1".equals(unit(spec)) ? Math.min(1, value) : value;
    if (!isStuck) {
      stuck[h][m] = value;
    }
    return stuck[h][m];
  }

  private static String unit(Spec spec) {
    return spec.name().endsWith("utilization") ? "1" : "";
  }

  private double ar(double before) {
    return AR * before + Math.sqrt(1 - AR * AR) * random.nextGaussian();
  }
}
