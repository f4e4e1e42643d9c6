package io.peerwatch.proof.evaluate.lab;

import io.peerwatch.detection.window.HostWindow;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** One host of a made-up group: what sets it apart for good, its noise, and what befalls it. */
final class LabHost {
  /** What is left of a share of the work after a window, and what comes new. */
  private static final double SHARE_LASTS = 0.9;

  private static final double SHARE_FRESH = Math.sqrt(1 - SHARE_LASTS * SHARE_LASTS);

  /** What a host gets that lost its traffic. */
  private static final double LOST_SHARE = 0.02;

  private final int number;
  private final World world;
  private final SplittableRandom random;
  private final double[] gain;
  private final double[] noise;
  private final double[] stuck;
  private double factor;
  private double share;
  private int missed;

  LabHost(int number, World world, SplittableRandom random) {
    this.number = number;
    this.world = world;
    this.random = random;
    int metrics = world.metrics().size();
    gain = new double[metrics];
    noise = new double[metrics];
    stuck = new double[metrics];
    factor = random.nextGaussian();
    for (int m = 0; m < metrics; m++) {
      gain[m] = StrictMath.exp(world.unlike() * random.nextGaussian());
      noise[m] = random.nextGaussian();
    }
  }

  double gain(int metric) {
    return gain[metric];
  }

  int number() {
    return number;
  }

  HostWindow next(int window, double load, double late, List<Injection> injections, Change change) {
    int metrics = world.metrics().size();
    double wild = random.nextDouble() < world.wildShare() ? 3 : 1;
    factor = lasting(factor);
    share = world.shares() > 0 ? SHARE_LASTS * share + SHARE_FRESH * random.nextGaussian() : 0;
    double[] values = new double[metrics];
    for (int m = 0; m < metrics; m++) {
      noise[m] = lasting(noise[m]);
      values[m] = value(m, window, load, late, wild, injections, change);
    }
    boolean absent = change.missing(random) || silenced(window, injections);
    if (absent) {
      Arrays.fill(values, Double.NaN);
    }
    missed = absent ? missed + 1 : 0;
    return new HostWindow(GroupLife.host(number), values, absent ? 0 : 1, missed, 0, 0);
  }

  private double value(
      int m,
      int window,
      double load,
      double late,
      double wild,
      List<Injection> injections,
      Change change) {
    double common = world.common();
    double own = wild * (common * factor + Math.sqrt(1 - common * common) * noise[m]);
    double seen = load;
    double shift = change.spreads(number, window) * world.metrics().get(m).follows();
    boolean repeats = false;
    boolean lost = false;
    for (Injection injection : injections) {
      if (injection.touches(number, m, window)) {
        shift += injection.shift(m, window);
        own *= injection.kind() == InjectionKind.VARIANCE ? 1 + injection.spreads() : 1;
        seen = injection.kind() == InjectionKind.LAG ? late : seen;
        repeats |= injection.kind() == InjectionKind.STUCK;
        lost |= injection.kind() == InjectionKind.LOST_TRAFFIC;
      }
    }
    if (!repeats || window == 0) {
      double work = change.size(number, window) * StrictMath.exp(world.shares() * share);
      double apart = change.identical() ? 1 : gain[m] * (lost ? LOST_SHARE : 1) * work;
      double deviation = change.identical() ? 0 : own;
      stuck[m] = world.metrics().get(m).value(seen * apart, deviation + shift);
    }
    return stuck[m];
  }

  private boolean silenced(int window, List<Injection> injections) {
    return injections.stream()
        .anyMatch(
            injection ->
                injection.kind() == InjectionKind.SILENCE
                    && injection.host() == number
                    && window >= injection.from()
                    && window < injection.to());
  }

  private double lasting(double before) {
    double lasts = world.lasts();
    return lasts * before + Math.sqrt(1 - lasts * lasts) * random.nextGaussian();
  }
}
