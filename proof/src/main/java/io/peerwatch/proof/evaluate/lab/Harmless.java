package io.peerwatch.proof.evaluate.lab;

import java.util.SplittableRandom;

/** Changes that must not make a host an alert of its own. */
public enum Harmless {
  /** Nothing happens: what the other changes are compared with. */
  NOTHING,
  /** Four times the whole group moves for hours; every host reacts at a window of its own. */
  UNEVEN_SHIFT,
  /**
   * Twice, host after host is done within an hour or two, and behaves a little differently then.
   */
  ROLLING_DEPLOY,
  /** A host joins, later another. */
  NEW_HOST,
  /** One host is three times as large as the others and takes three times the load. */
  BIGGER_HOST,
  /** Every host shows the very same values. */
  IDENTICAL_HOSTS,
  /** One metric is 0 nearly always, and 1 now and then on any host. */
  FLAG_METRIC,
  /** One window in ten of every host gets lost. */
  MISSING_WINDOWS,
  /** A balancer gives a host half to twice its work for hours, six times. */
  BALANCER_SHIFTS,
  /** All hosts get next to no work for four hours of every night. */
  DRAINED_AT_NIGHT;

  private static final int REACTION_WINDOWS_MAX = 6;
  private static final int BALANCER_SHIFTS_COUNT = 6;
  private static final int DRAINED_HOURS = 4;
  private static final double DRAINED_SHARE = 0.003;

  World world(World usual, long seed) {
    return switch (this) {
      case FLAG_METRIC -> usual.withFlag();
      case BALANCER_SHIFTS, DRAINED_AT_NIGHT -> usual.atWork(new SplittableRandom(seed));
      default -> usual;
    };
  }

  /**
   * @param from the first window in which something may happen
   * @param to the first in which nothing does any more
   */
  Change change(long seed, int hosts, int from, int to) {
    return switch (this) {
      case UNEVEN_SHIFT -> new UnevenShift(new SplittableRandom(seed), hosts, from, to);
      case ROLLING_DEPLOY -> new RollingDeploy(new SplittableRandom(seed), hosts, from, to);
      case NEW_HOST -> new Joining(hosts, from, to);
      case BIGGER_HOST ->
          new Change() {
            @Override
            public double size(int host, int window) {
              return host == 0 ? 3 : 1;
            }
          };
      case IDENTICAL_HOSTS ->
          new Change() {
            @Override
            public boolean identical() {
              return true;
            }
          };
      case NOTHING, FLAG_METRIC -> Change.NONE;
      case BALANCER_SHIFTS ->
          new BalancerShifts(new SplittableRandom(seed), hosts, from, to, BALANCER_SHIFTS_COUNT);
      case DRAINED_AT_NIGHT ->
          new Change() {
            @Override
            public double size(int host, int window) {
              int ofDay = window % GroupLife.WINDOWS_PER_DAY;
              return ofDay * 24 / GroupLife.WINDOWS_PER_DAY < DRAINED_HOURS ? DRAINED_SHARE : 1;
            }
          };
      case MISSING_WINDOWS ->
          new Change() {
            @Override
            public boolean missing(SplittableRandom random) {
              return random.nextDouble() < 0.1;
            }
          };
    };
  }

  private static final class UnevenShift implements Change {
    private static final int SHIFTS = 4;
    private static final int LASTS_WINDOWS = 48;
    private final int[] starts = new int[SHIFTS];
    private final double[] spreads = new double[SHIFTS];
    private final int[][] reactions = new int[SHIFTS][];

    UnevenShift(SplittableRandom random, int hosts, int from, int to) {
      for (int i = 0; i < SHIFTS; i++) {
        starts[i] = from + (to - from) * (2 * i + 1) / (2 * SHIFTS);
        spreads[i] = (random.nextBoolean() ? 1 : -1) * random.nextDouble(3, 6);
        reactions[i] = random.ints(hosts, 0, REACTION_WINDOWS_MAX + 1).toArray();
      }
    }

    @Override
    public double spreads(int host, int window) {
      double sum = 0;
      for (int i = 0; i < SHIFTS; i++) {
        int since = window - starts[i] - reactions[i][host];
        sum += since >= 0 && since < LASTS_WINDOWS ? spreads[i] : 0;
      }
      return sum;
    }
  }

  private static final class RollingDeploy implements Change {
    private static final int DEPLOYS = 2;
    private static final int RESTART_WINDOWS = 2;
    private static final double RESTART_SPREADS = -6;
    private final int[] starts = new int[DEPLOYS];
    private final double[] spreads = new double[DEPLOYS];
    private final double windowsPerHost;

    RollingDeploy(SplittableRandom random, int hosts, int from, int to) {
      windowsPerHost = Math.min(2, 24.0 / hosts);
      for (int i = 0; i < DEPLOYS; i++) {
        starts[i] = from + (to - from) * (2 * i + 1) / (2 * DEPLOYS);
        spreads[i] = (random.nextBoolean() ? 1 : -1) * random.nextDouble(1.5, 4);
      }
    }

    @Override
    public double spreads(int host, int window) {
      double sum = 0;
      for (int i = 0; i < DEPLOYS; i++) {
        int since = window - starts[i] - (int) (host * windowsPerHost);
        sum += since < 0 ? 0 : since < RESTART_WINDOWS ? RESTART_SPREADS : spreads[i];
      }
      return sum;
    }
  }

  private record Joining(int hosts, int from, int to) implements Change {
    @Override
    public boolean exists(int host, int window) {
      int late = hosts - 1 - host;
      return late > 1 || window >= from + (to - from) * (late + 1) / 3;
    }
  }
}
