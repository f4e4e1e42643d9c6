package io.peerwatch.proof.evaluate.forecast;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;

/**
 * All forecasters on the same series: every third day from the third week on each is shown what was
 * known by then and asked for the days that follow.
 */
public final class ForecastContest {
  private static final int DAY = 24;
  private static final int KNOWN_DAYS_MIN = 21;
  private static final int STEP_DAYS = 3;
  private static final int SOON_DAYS = 7;
  private static final int LATER_DAYS = 21;

  private ForecastContest() {}

  /**
   * Mean absolute errors, as ratios of the mean of what came.
   *
   * @param hours of the hours of the next seven days
   * @param peaksSoon of the daily peaks of the next seven days
   * @param peaksLater of the daily peaks of the two weeks after those
   * @param days daily peaks that were compared
   */
  public record Errors(double hours, double peaksSoon, double peaksLater, int days) {}

  /** How wrong each was, over all series together. */
  public static Map<Forecaster, Errors> run(List<HourlyFigures> series) {
    Map<Forecaster, Errors> errors = new EnumMap<>(Forecaster.class);
    for (Forecaster forecaster : Forecaster.values()) {
      var hours = new Deviation();
      var soon = new Deviation();
      var later = new Deviation();
      for (HourlyFigures figures : series) {
        for (long origin : origins(figures)) {
          HourlyFigures past = figures.before(origin);
          LongToDoubleFunction ofHour = forecaster.hours(past);
          for (long hour = origin; hour < origin + SOON_DAYS * DAY; hour++) {
            hours.add(ofHour.applyAsDouble(hour), figures.of(hour));
          }
          LongToDoubleFunction ofPeak = forecaster.peaks(past);
          for (int day = 0; day < LATER_DAYS; day++) {
            long hour = origin + day * DAY;
            (day < SOON_DAYS ? soon : later)
                .add(ofPeak.applyAsDouble(hour), figures.peakFrom(hour));
          }
        }
      }
      errors.put(
          forecaster,
          new Errors(hours.ratio(), soon.ratio(), later.ratio(), soon.count + later.count));
    }
    return errors;
  }

  private static List<Long> origins(HourlyFigures figures) {
    List<Long> origins = new ArrayList<>();
    long firstDay = Math.floorDiv(figures.firstHour() + DAY - 1, (long) DAY);
    long lastDay = Math.floorDiv(figures.lastHour() + 1, (long) DAY);
    for (long day = firstDay + KNOWN_DAYS_MIN; day + SOON_DAYS <= lastDay; day += STEP_DAYS) {
      origins.add(day * DAY);
    }
    return origins;
  }

  private static final class Deviation {
    private double wrong;
    private double came;
    private int count;

    void add(double said, double is) {
      if (!Double.isNaN(said) && !Double.isNaN(is)) {
        wrong += Math.abs(said - is);
        came += Math.abs(is);
        count++;
      }
    }

    double ratio() {
      return wrong / came;
    }
  }
}
