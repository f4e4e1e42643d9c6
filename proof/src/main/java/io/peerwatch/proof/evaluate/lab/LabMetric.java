package io.peerwatch.proof.evaluate.lab;

/**
 * How one metric of a made-up group comes about.
 *
 * @param name canonical, or unknown to the dictionary
 * @param shape what values look like
 * @param base typical value at full load, in the metric's unit
 * @param noise standard deviation of a host's own noise, on the shape's scale
 * @param follows how much of it follows the load, 0..1
 * @param bend the power of the load that it follows; 1 is in proportion
 */
record LabMetric(String name, Shape shape, double base, double noise, double follows, double bend) {

  private static final double RATIO_MAX = 0.98;

  /** One that follows in proportion. */
  LabMetric(String name, Shape shape, double base, double noise, double follows) {
    this(name, shape, base, noise, follows, 1);
  }

  enum Shape {
    /** Positive; noise multiplies. */
    LOGARITHMIC,
    /** In 0..1; noise moves the logit. */
    RATIO,
    /** Whole numbers; noise multiplies before rounding. */
    COUNT,
    /** 0 or 1: now and then a 1. */
    FLAG
  }

  LabMetric bent(double bend) {
    return new LabMetric(name, shape, base, noise, follows, bend);
  }

  /**
   * @param level the load that the metric sees, about 1 on average, times what sets the host apart
   * @param deviation the host's own noise and faults, in spreads
   */
  double value(double level, double deviation) {
    double usual = usual(level);
    return switch (shape) {
      case LOGARITHMIC -> usual * StrictMath.exp(noise * deviation);
      case RATIO -> {
        double ratio = Math.min(RATIO_MAX, usual);
        yield 1 / (1 + StrictMath.exp(-StrictMath.log(ratio / (1 - ratio)) - noise * deviation));
      }
      case COUNT -> Math.rint(usual * StrictMath.exp(noise * deviation));
      case FLAG -> deviation > 2.6 ? 1 : 0;
    };
  }

  /** By how many spreads of its noise the metric at one level lies over that at another. */
  double spreadsOver(double level, double other) {
    return (scaled(usual(level)) - scaled(usual(other))) / noise;
  }

  private double usual(double level) {
    double followed = bend == 1 ? level : StrictMath.pow(level, bend);
    return base * (follows * followed + 1 - follows);
  }

  /** On the scale on which noise is added; that of a flag does not move with the load. */
  private double scaled(double usual) {
    return switch (shape) {
      case LOGARITHMIC, COUNT -> StrictMath.log(usual);
      case RATIO -> {
        double ratio = Math.min(RATIO_MAX, usual);
        yield StrictMath.log(ratio / (1 - ratio));
      }
      case FLAG -> 0;
    };
  }
}
