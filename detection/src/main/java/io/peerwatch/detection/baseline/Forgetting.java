package io.peerwatch.detection.baseline;

/** How much is forgotten in a window, worked out once for windows of one length. */
public final class Forgetting {

  private final double halfLifeDays;
  private double windowDays = Double.NaN;
  private double step;

  /**
   * @param halfLifeDays days after which half of what was known is left
   */
  public Forgetting(double halfLifeDays) {
    this.halfLifeDays = halfLifeDays;
  }

  /** {@link LearningSteps#steady} of windows of this length: 0..1. */
  public double step(double ofWindowDays) {
    if (ofWindowDays != windowDays) {
      windowDays = ofWindowDays;
      step = LearningSteps.steady(windowDays, halfLifeDays);
    }
    return step;
  }
}
