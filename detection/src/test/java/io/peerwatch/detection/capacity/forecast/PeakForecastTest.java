package io.peerwatch.detection.capacity.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trends, weekdays and gaps of made-up demand whose law is known. */
class PeakForecastTest {
  private static final long MONDAY = 20_458 * 24L; // 2026-01-05, in hours

  static long[] seeds() {
    return new SplittableRandom(System.nanoTime() % 1_000_000).longs(20, 0, 1_000_000).toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldFindTheTrendUnderTheRhythmsOfDayAndWeek(long seed) {
    double perDay = new SplittableRandom(seed).nextDouble(0.2, 2);
    PeakForecast forecast = PeakForecast.of(demand(56, perDay, 0.02, seed), ZoneOffset.UTC);
    assertThat(forecast.perDay()).isCloseTo(perDay, within(0.1));
    assertThat(forecast.confidence()).isGreaterThan(0.95);
    long wednesday = MONDAY / 24 + 56 + 9;
    assertThat(forecast.peakOf(wednesday)).isCloseTo(peak(wednesday, perDay), within(8.0));
    long sunday = MONDAY / 24 + 56 + 13;
    assertThat(forecast.peakOf(sunday)).isCloseTo(peak(sunday, perDay), within(8.0));
    assertThat(forecast.lowOf(sunday)).isLessThan(forecast.peakOf(sunday));
    assertThat(forecast.highOf(sunday)).isGreaterThan(forecast.peakOf(sunday));
  }

  @Test
  void shouldHardlyEverBeSureOfATrendWhereThereIsNone() {
    int sure = 0;
    for (long seed : seeds()) {
      PeakForecast forecast = PeakForecast.of(demand(42, 0, 0.03, seed), ZoneOffset.UTC);
      sure += forecast.confidence() > 0.95 ? 1 : 0;
    }
    assertThat(sure).as("of 20, at a chance of one in twenty").isLessThanOrEqualTo(6);
  }

  @Test
  void shouldNotFollowFiveWildDays() {
    double[] values = demand(56, 1, 0.01, 7).values();
    for (int day : new int[] {3, 11, 30, 44, 52}) {
      values[24 * day + 20] = 1_000;
    }
    PeakForecast forecast = PeakForecast.of(new Made(values), ZoneOffset.UTC);
    assertThat(forecast.perDay()).isCloseTo(1, within(0.15));
    assertThat(forecast.peakOf(MONDAY / 24 + 58)).isCloseTo(peak(MONDAY / 24 + 58, 1), within(8.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 13})
  void shouldSayHowManyDaysAreMissing(int days) {
    Made short0 = demand(days, 1, 0, 1);
    assertThat(PeakForecast.of(short0, ZoneOffset.UTC)).isNull();
    assertThat(PeakForecast.whyNot(short0, ZoneOffset.UTC))
        .isEqualTo("only " + days + " of the 14 days that a trend needs are known");
  }

  @Test
  void shouldNotForecastFromAThirdOfTheDays() {
    double[] values = demand(30, 1, 0, 1).values();
    for (int day = 1; day < 29; day++) {
      if (day % 3 != 0) {
        Arrays.fill(values, 24 * day, 24 * day + 24, Double.NaN);
      }
    }
    assertThat(PeakForecast.whyNot(new Made(values), ZoneOffset.UTC)).contains("missing");
  }

  @Test
  void shouldGoByTheDaysOfTheGroupsZone() {
    PeakForecast utc = PeakForecast.of(demand(28, 0, 0, 1), ZoneOffset.UTC);
    long day = MONDAY / 24 + 30;
    assertThat(utc.peakAt(day)).isEqualTo((day * 24 + 20) * 3_600_000L);
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    PeakForecast there = PeakForecast.of(demand(28, 0, 0, 1), tokyo);
    assertThat(there.peakAt(day))
        .as("20:00 UTC is 05:00 of the next day there")
        .isEqualTo((day * 24 - 4) * 3_600_000L);
  }

  @Test
  void shouldCountDaysOf23And25Hours() {
    double[] values = new double[24 * 330];
    Arrays.fill(values, 1);
    DailyPeaks peaks = DailyPeaks.of(new Made(values), ZoneId.of("Europe/Berlin"));
    assertThat(peaks.size()).as("each once, none left out").isEqualTo((int) peaks.span());
    assertThat(peaks.size()).isBetween(329, 330);
  }

  private static double peak(long day, double perDay) {
    double weekend = Days.weekdayOf(day) >= 5 ? -20 : 0;
    return 100 + perDay * (day - MONDAY / 24) + weekend;
  }

  private static Made demand(int days, double perDay, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[24 * days];
    for (int i = 0; i < values.length; i++) {
      double swing = StrictMath.cos((i % 24 - 20) / 24.0 * 2 * StrictMath.PI);
      double level = peak((MONDAY + i) / 24, perDay);
      values[i] = level * (0.7 + 0.3 * swing) * (1 + noise * random.nextGaussian());
    }
    return new Made(values);
  }

  private record Made(double[] values) implements HourSeries {
    @Override
    public long firstHour() {
      return MONDAY;
    }

    @Override
    public long lastHour() {
      return MONDAY + values.length - 1;
    }

    @Override
    public double of(long hour) {
      boolean known = hour >= MONDAY && hour < MONDAY + values.length;
      return known ? values[(int) (hour - MONDAY)] : Double.NaN;
    }
  }
}
