package io.peerwatch.detection.verdict;

import io.peerwatch.detection.evidence.BlockMaxima;

/**
 * What the threshold of a group's hosts stands on.
 *
 * @param weeks of the group's own past, 0 to 4
 * @param threshold score at which a host alerts; 0 while there is none
 */
public record Calibration(double weeks, double threshold, State state) {

  /** How far a calibration carries. */
  public enum State {
    /** Too little was seen, nothing is judged. */
    WARMING,
    /** Judged with a floor on top, which halves with every two days. */
    SHORT_HISTORY,
    /** The threshold follows from the group's own past. */
    CALIBRATED
  }

  public static final Calibration NONE = new Calibration(0, 0, State.WARMING);

  /** From here on the floor on top of young thresholds is no more than a hundredth of itself. */
  private static final double SHORT_WEEKS = 2;

  private static final double HOURS_PER_WEEK = 7 * 86_400_000.0 / BlockMaxima.BLOCK_MILLIS;

  /**
   * What is known of a threshold.
   *
   * @param hours of the past that it is made of
   */
  static Calibration of(int hours, double threshold, boolean warm) {
    double weeks = hours / HOURS_PER_WEEK;
    boolean none = !warm || Double.isInfinite(threshold);
    State state =
        none ? State.WARMING : weeks < SHORT_WEEKS ? State.SHORT_HISTORY : State.CALIBRATED;
    return new Calibration(weeks, none ? 0 : threshold, state);
  }
}
