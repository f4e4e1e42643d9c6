package io.peerwatch.proof.evaluate.forecast;

import io.peerwatch.detection.capacity.forecast.HourForecast;
import io.peerwatch.detection.capacity.forecast.PeakForecast;
import java.time.ZoneOffset;
import java.util.function.LongToDoubleFunction;

/** A way to look ahead: ours, and two that everybody has. */
public enum Forecaster {
  PEERWATCH("Peerwatch") {
    @Override
    LongToDoubleFunction hours(HourlyFigures past) {
      HourForecast forecast = HourForecast.of(past, ZoneOffset.UTC);
      return forecast == null ? hour -> Double.NaN : forecast::of;
    }

    @Override
    LongToDoubleFunction peaks(HourlyFigures past) {
      PeakForecast forecast = PeakForecast.of(past, ZoneOffset.UTC);
      return forecast == null ? hour -> Double.NaN : hour -> forecast.peakOf(hour / DAY);
    }
  },
  LAST_WEEK("last week again") {
    @Override
    LongToDoubleFunction hours(HourlyFigures past) {
      return hour -> past.of(lastWeek(past, hour));
    }

    @Override
    LongToDoubleFunction peaks(HourlyFigures past) {
      return hour -> past.peakFrom(lastWeek(past, hour + DAY - 1) - DAY + 1);
    }
  },
  LINE("plain line") {
    @Override
    LongToDoubleFunction hours(HourlyFigures past) {
      return Line.through(past, past.firstHour(), 1, past::of);
    }

    @Override
    LongToDoubleFunction peaks(HourlyFigures past) {
      long firstDay = (past.firstHour() + DAY - 1) / DAY * DAY;
      return Line.through(past, firstDay, DAY, past::peakFrom);
    }
  };

  private static final int DAY = 24;
  private static final int WEEK = 168;

  private final String title;

  Forecaster(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** What it says of an hour that is to come; NaN when it says nothing. */
  abstract LongToDoubleFunction hours(HourlyFigures past);

  /** What it says of the peak of the UTC day that begins with an hour that is to come. */
  abstract LongToDoubleFunction peaks(HourlyFigures past);

  /** The same hour of the week, in the last one that is known. */
  private static long lastWeek(HourlyFigures past, long hour) {
    long weeks = (hour - past.lastHour() + WEEK - 1) / WEEK;
    return hour - weeks * WEEK;
  }
}
