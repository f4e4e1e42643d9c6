package io.peerwatch.detection.capacity;

/**
 * Where the daily peak is going; null where not known.
 *
 * @param perDay change per day of the daily peak of load per core (of CPU where no load is told)
 * @param confidence that the trend is none of chance, 0..1
 * @param target when the daily peak reaches the target
 * @param ceiling when the daily peak reaches the ceiling
 */
public record Trend(Double perDay, Double confidence, Reach target, Reach ceiling) {
  public static final Trend UNKNOWN = new Trend(null, null, Reach.UNKNOWN, Reach.UNKNOWN);

  /**
   * When a level is reached, in epoch milliseconds of event time.
   *
   * @param at most likely
   * @param earliest lower end of the 80 % interval
   * @param latest upper end; null while {@code at} is not means that it may never be
   */
  public record Reach(Long at, Long earliest, Long latest) {
    public static final Reach UNKNOWN = new Reach(null, null, null);
  }
}
