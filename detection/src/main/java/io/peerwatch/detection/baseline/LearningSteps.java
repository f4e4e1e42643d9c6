package io.peerwatch.detection.baseline;

/**
 * How far a learned figure moves towards a new value in one window, from half-lives in days, so
 * that a fleet with 10 s windows learns as slowly as one with 5 min windows.
 *
 * <p>While little was seen the step is larger: {@code 2 / (seen + 2)}, which weighs what was seen
 * linearly by its recency, so that the first guesses are forgotten soon.
 *
 * @param windowsPerDay windows in a day
 * @param location of a host's own mean and spread (4 d)
 * @param level of a host's level against its peers (2 d)
 * @param day of a time-of-day bin (4 d; a bin is visited for an eighth of the day)
 * @param spread of the spread of residuals (4 d)
 * @param covariance of the covariance between metrics (7 d)
 */
public record LearningSteps(
    double windowsPerDay,
    double location,
    double level,
    double day,
    double spread,
    double covariance) {

  /** How much slower a suspect learns, so that a fault isn't taken for normal. */
  public static final double SUSPECT_FACTOR = 0.1;

  /** The same for a host that is apart: a fault of days must not be learned either. */
  public static final double APART_FACTOR = 0.005;

  public static LearningSteps of(double windowDays) {
    return new LearningSteps(
        1 / windowDays,
        steady(windowDays, 4),
        steady(windowDays, 2),
        steady(windowDays * TimeOfDay.BINS, 4),
        steady(windowDays, 4),
        steady(windowDays, 7));
  }

  /** The step that halves what was known before after this many days. */
  public static double steady(double windowDays, double halfLifeDays) {
    return 1 - StrictMath.pow(0.5, windowDays / halfLifeDays);
  }

  /** The step after so many values seen. */
  public static double step(double steady, double seen) {
    return Math.max(steady, 2 / (seen + 2));
  }
}
