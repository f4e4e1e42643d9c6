package io.peerwatch.cli.evaluate;

import static io.peerwatch.cli.evaluate.Cells.line;

import io.peerwatch.proof.evaluate.forecast.ForecastContest.Errors;
import io.peerwatch.proof.evaluate.forecast.Forecaster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Errors of forecasts as one table. */
final class ForecastReport {
  private ForecastReport() {}

  static List<String> lines(Map<String, Map<Forecaster, Errors>> errors) {
    List<String> lines = new ArrayList<>();
    if (errors.isEmpty()) {
      return lines;
    }
    lines.add("");
    lines.add("forecasts: mean absolute error as a share of what came");
    lines.add(
        line(
            "%-24s %-16s %11s %11s %12s %6s",
            "series", "", "hours 1-7 d", "peaks 1-7 d", "peaks 8-21 d", "days"));
    errors.forEach(
        (series, byForecaster) ->
            byForecaster.forEach((forecaster, e) -> lines.add(row(series, forecaster, e))));
    return lines;
  }

  private static String row(String series, Forecaster forecaster, Errors errors) {
    return line(
        "%-24s %-16s %11s %11s %12s %6d",
        series,
        forecaster.title(),
        percent(errors.hours()),
        percent(errors.peaksSoon()),
        percent(errors.peaksLater()),
        errors.days());
  }

  private static String percent(double ratio) {
    return Double.isNaN(ratio) ? "-" : line("%.1f %%", 100 * ratio);
  }
}
