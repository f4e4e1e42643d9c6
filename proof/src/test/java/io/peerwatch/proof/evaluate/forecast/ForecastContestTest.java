package io.peerwatch.proof.evaluate.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.proof.evaluate.forecast.ForecastContest.Errors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastContestTest {

  @Test
  void shouldForecastGrowingFleetsBetterThanLastWeekAndALine() {
    var series = List.of(new GrowingFleet(0.01, 11, 42).hours());
    Map<Forecaster, Errors> errors = ForecastContest.run(series);
    Errors ours = errors.get(Forecaster.PEERWATCH);
    for (Forecaster other : List.of(Forecaster.LAST_WEEK, Forecaster.LINE)) {
      assertThat(ours.hours()).isLessThan(errors.get(other).hours());
      assertThat(ours.peaksSoon()).isLessThan(errors.get(other).peaksSoon());
      assertThat(ours.peaksLater()).isLessThan(errors.get(other).peaksLater());
    }
    assertThat(ours.peaksSoon()).isLessThan(0.12);
  }

  @Test
  void shouldAskEveryForecasterForTheSameDays() {
    var series = List.of(new GrowingFleet(0, 12, 35).hours());
    assertThat(ForecastContest.run(series).values()).extracting(Errors::days).containsOnly(33);
  }
}
