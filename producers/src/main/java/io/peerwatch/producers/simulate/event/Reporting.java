package io.peerwatch.producers.simulate.event;

import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.noise.RandomStream;
import io.peerwatch.producers.simulate.scenario.FaultKind;
import io.peerwatch.producers.simulate.scenario.FaultSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What becomes of one host's values on their way: stuck, late, scattered, misdated or not sent. */
public final class Reporting {
  private static final double HOUR_MILLIS = 3_600_000;

  private final List<FaultSpec> timing = new ArrayList<>();
  private final List<Spoiling> spoiling = new ArrayList<>();

  /**
   * @param faults those of one host, of any kind
   */
  public Reporting(List<FaultSpec> faults, long seed, long periodMillis) {
    for (FaultSpec fault : faults) {
      switch (fault.kind()) {
        case SILENCE, SKEWED_CLOCK -> timing.add(fault);
        case STUCK_VALUE -> spoiling.add(new Stuck(fault));
        case LAG -> spoiling.add(new Lag(fault, periodMillis));
        case NOISE -> spoiling.add(new Scatter(fault, seed));
        default -> {
          // It befalls the host, not its reports.
        }
      }
    }
  }

  /** Whether nothing is sent. */
  public boolean silentAt(long millis) {
    for (FaultSpec fault : timing) {
      if (fault.kind() == FaultKind.SILENCE && fault.activeAt(millis)) {
        return true;
      }
    }
    return false;
  }

  /** How far the host's clock runs ahead, in milliseconds; below 0 when it is behind. */
  public long clockAheadMillis(long millis) {
    double ahead = 0;
    for (FaultSpec fault : timing) {
      if (fault.kind() == FaultKind.SKEWED_CLOCK && fault.activeAt(millis)) {
        double hours = (millis - fault.startMillis()) / HOUR_MILLIS;
        ahead += fault.amountMillis() + fault.driftPerHourMillis() * hours;
      }
    }
    return Math.round(ahead);
  }

  /** Puts into {@code values}, by the ordinal of {@link Metric}, what is sent in their place. */
  public void spoil(long millis, double[] values) {
    for (Spoiling each : spoiling) {
      each.next(millis, values);
    }
  }

  /** A fault of named metrics, or of all that move. */
  private abstract static class Spoiling {
    final FaultSpec fault;
    final int[] metrics;

    Spoiling(FaultSpec fault) {
      this.fault = fault;
      this.metrics =
          fault.shownBy().stream().mapToInt(name -> Metric.named(name).ordinal()).toArray();
    }

    /** Is told of every instant, also of those before it starts and after it is over. */
    abstract void next(long millis, double[] values);

    void copy(double[] from, double[] to) {
      for (int metric : metrics) {
        to[metric] = from[metric];
      }
    }
  }

  private static final class Stuck extends Spoiling {
    private double[] kept;

    Stuck(FaultSpec fault) {
      super(fault);
    }

    @Override
    void next(long millis, double[] values) {
      if (!fault.activeAt(millis)) {
        kept = null;
      } else if (kept == null) {
        kept = values.clone();
      } else {
        copy(kept, values);
      }
    }
  }

  private static final class Lag extends Spoiling {
    private final ArrayDeque<double[]> past = new ArrayDeque<>();
    private final int steps;

    Lag(FaultSpec fault, long periodMillis) {
      super(fault);
      steps = (int) Math.max(1, fault.amountMillis() / periodMillis);
    }

    @Override
    void next(long millis, double[] values) {
      past.addLast(values.clone());
      if (past.size() > steps + 1) {
        past.removeFirst();
      }
      if (fault.activeAt(millis)) {
        copy(past.getFirst(), values);
      }
    }
  }

  private static final class Scatter extends Spoiling {
    private static final double PARTS = 1e5;

    private final RandomStream random;

    Scatter(FaultSpec fault, long seed) {
      super(fault);
      String start = Long.toString(fault.startMillis());
      random = new RandomStream(seed, fault.group(), fault.host(), "noise", start);
    }

    @Override
    void next(long millis, double[] values) {
      if (!fault.activeAt(millis)) {
        return;
      }
      double spread = fault.strengthAt(millis);
      for (int metric : metrics) {
        double most = Metric.values()[metric].isRatio() ? 1 : Double.MAX_VALUE;
        double scattered = Math.min(most, values[metric] * random.factor(spread));
        values[metric] = Math.rint(scattered * PARTS) / PARTS;
      }
    }
  }
}
