package io.peerwatch.detection.metric;

/**
 * How values of a metric are made comparable before hosts are compared. Every transform grows
 * strictly, so it can be undone.
 */
public enum Transform {
  /** As they are. */
  LINEAR {
    @Override
    public double apply(double value, double floor) {
      return value;
    }

    @Override
    void beforeLogarithm(double[] values, double[] to, int count, double floor) {
      System.arraycopy(values, 0, to, 0, count);
    }

    @Override
    public double undo(double transformed, double floor) {
      return transformed;
    }

    @Override
    public double slope(double value, double floor) {
      return 1;
    }
  },

  /**
   * For rates and heavy tails: linear below the floor, logarithmic far above it, and odd around
   * zero, so that nothing is undefined.
   */
  LOG {
    @Override
    public double apply(double value, double floor) {
      double x = Math.abs(value) / (2 * floor);
      return Math.copySign(StrictMath.log(x + Math.sqrt(x * x + 1)), value);
    }

    @Override
    void beforeLogarithm(double[] values, double[] to, int count, double floor) {
      for (int i = 0; i < count; i++) {
        double x = Math.abs(values[i]) / (2 * floor);
        to[i] = x + Math.sqrt(x * x + 1);
      }
    }

    @Override
    public double undo(double transformed, double floor) {
      return 2 * floor * StrictMath.sinh(transformed);
    }

    @Override
    public double slope(double value, double floor) {
      return 1 / Math.sqrt(value * value + 4 * floor * floor);
    }
  },

  /**
   * For ratios of which both ends matter, such as CPU use: a step from 0.90 to 0.97 weighs as much
   * as one from 0.50 to 0.79. Values at the ends are held {@value #LOGIT_MARGIN} away from them.
   */
  LOGIT {
    @Override
    public double apply(double value, double floor) {
      double p = LOGIT_MARGIN + (1 - 2 * LOGIT_MARGIN) * Math.max(0, Math.min(1, value));
      return StrictMath.log(p / (1 - p));
    }

    @Override
    void beforeLogarithm(double[] values, double[] to, int count, double floor) {
      for (int i = 0; i < count; i++) {
        double held = Math.max(0, Math.min(1, values[i]));
        double p = LOGIT_MARGIN + (1 - 2 * LOGIT_MARGIN) * held;
        to[i] = p / (1 - p);
      }
    }

    @Override
    public double undo(double transformed, double floor) {
      double p = 1 / (1 + StrictMath.exp(-transformed));
      return Math.max(0, Math.min(1, (p - LOGIT_MARGIN) / (1 - 2 * LOGIT_MARGIN)));
    }

    @Override
    public double slope(double value, double floor) {
      double p = LOGIT_MARGIN + (1 - 2 * LOGIT_MARGIN) * Math.max(0, Math.min(1, value));
      return (1 - 2 * LOGIT_MARGIN) / (p * (1 - p));
    }
  },

  /** As {@link #LOG}, of the value divided by the host's logical processors where they are told. */
  PER_CORE {
    @Override
    public double apply(double value, double floor) {
      return LOG.apply(value, floor);
    }

    @Override
    void beforeLogarithm(double[] values, double[] to, int count, double floor) {
      LOG.beforeLogarithm(values, to, count, floor);
    }

    @Override
    public double undo(double transformed, double floor) {
      return LOG.undo(transformed, floor);
    }

    @Override
    public double slope(double value, double floor) {
      return LOG.slope(value, floor);
    }
  };

  private static final double LOGIT_MARGIN = 0.02;

  /** The transformed value; for {@link #PER_CORE} of a value already divided by the cores. */
  public abstract double apply(double value, double floor);

  /** The value that {@link #apply} makes this of. */
  public abstract double undo(double transformed, double floor);

  /** How fast the transformed value grows with the value, at that value. Above 0. */
  public abstract double slope(double value, double floor);

  /** What is left to take the logarithm of, for a column of values; the values, if nothing is. */
  abstract void beforeLogarithm(double[] values, double[] to, int count, double floor);
}
