package io.peerwatch.detection.capacity.meter;

import static io.peerwatch.detection.capacity.meter.GroupScript.DAY;
import static io.peerwatch.detection.capacity.meter.GroupScript.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.detection.capacity.GroupCapacityFigures;
import io.peerwatch.detection.capacity.Trend;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When groups of known growth run out, from their windows. */
class OutlookTest {
  private static final long START = 20_458 * DAY;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shouldSayWhenTheDailyPeakReachesTheTarget(long seed) {
    GroupCapacityFigures figures = grown(42, 0.25, 0.004, seed);
    Trend trend = figures.trend();
    assertThat(trend.perDay()).isCloseTo(0.004, within(0.0006));
    long due = Math.round((0.5 - 0.25) / 0.004); // days from the start
    double found = (trend.target().at() - START) / (double) DAY;
    assertThat(found).isCloseTo(due, within(6.0));
    assertThat(trend.target().earliest()).isLessThanOrEqualTo(trend.target().at());
    assertThat(trend.target().latest()).isGreaterThanOrEqualTo(trend.target().at());
    assertThat(trend.ceiling().at() == null || trend.ceiling().at() > trend.target().at()).isTrue();
    assertThat(figures.unknown()).doesNotContainKeys("trendPerDay", "reachesTargetAt");
  }

  @Test
  void shouldNameTheNextPeakWhereTheTargetIsReachedAlready() {
    Trend trend = grown(28, 0.7, 0, 1).trend();
    assertThat(trend.target().at()).isBetween(START + 28 * DAY, START + 30 * DAY);
  }

  @Test
  void shouldSayWhyItSaysNothing() {
    assertThat(grown(9, 0.3, 0.004, 1).unknown())
        .containsEntry("trendPerDay", "only 9 of the 14 days that a trend needs are known");
    assertThat(grown(42, 0.45, -0.005, 1).unknown())
        .containsEntry("reachesTargetAt", "the daily peak is below it, and falls");
    assertThat(grown(21, 0.1, 0.001, 1).unknown().get("reachesCeilingAt"))
        .startsWith("not within 63 days at this trend");
  }

  /** Peaks at 20:00 that begin at a level and grow every day, on ten hosts. */
  private static GroupCapacityFigures grown(int days, double level, double perDay, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GroupScript script = GroupScript.of(10, 8);
    GroupCapacityFigures figures = null;
    for (int hour = 0; hour <= 24 * days; hour++) {
      double swing = 0.75 + 0.25 * StrictMath.cos((hour % 24 - 20) / 24.0 * 2 * StrictMath.PI);
      double peak = level + perDay * (hour / 24);
      script.loadPerCore(peak * swing * (1 + 0.01 * random.nextGaussian()));
      figures = script.window(START + hour * HOUR);
    }
    return figures;
  }
}
