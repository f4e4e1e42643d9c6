package io.peerwatch.proof.evaluate.forecast;

import io.peerwatch.proof.evaluate.forecast.ForecastContest.Errors;
import io.peerwatch.proof.evaluate.work.Work;
import io.peerwatch.schemas.csv.BadLine;
import io.peerwatch.schemas.csv.RecordedSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** How wrong forecasters are on simulated fleets that grow, and on a recorded series. */
public final class ForecastGrid {
  private static final double[] GROWTH_PER_DAY = {0, 0.002, 0.005, 0.01, 0.02};
  private static final int FLEETS = 3;
  private static final int DAYS = 56;
  private static final long HOUR_MILLIS = 3_600_000L;
  private static final int YEARS_MAX_HOURS = 3 * 366 * 24;

  private final SortedMap<String, Map<Forecaster, Errors>> errors =
      Collections.synchronizedSortedMap(new TreeMap<>());

  /** Plans the fleets that grow; the same seed makes the same ones. */
  public void plan(long seed, Work work) {
    for (double growth : GROWTH_PER_DAY) {
      work.<Map<Forecaster, Errors>>add(
          FLEETS,
          advance ->
              ForecastContest.run(
                  IntStream.range(0, FLEETS)
                      .mapToObj(i -> new GrowingFleet(growth, seed + i, DAYS).hours())
                      .toList()),
          found ->
              errors.put(String.format(Locale.ROOT, "growth %.1f %% a day", 100 * growth), found));
    }
  }

  /** By what was forecast; empty when nothing was planned. */
  public SortedMap<String, Map<Forecaster, Errors>> errors() {
    return errors;
  }

  /**
   * The same on recorded samples: a metric's mean over all hosts and windows of each hour.
   *
   * @throws IOException when a file cannot be read
   * @throws IllegalArgumentException when no sample has the metric
   */
  public static Map<Forecaster, Errors> recorded(
      List<Path> files, String metric, Consumer<BadLine> onBadLine) throws IOException {
    var sums = new TreeMap<Long, double[]>();
    var samples = new RecordedSamples(files, RecordedSamples.BAD_LINES_MAX_DEFAULT, onBadLine);
    samples.forEach(
        sample -> {
          Double value = sample.getMetrics().get(metric);
          if (value != null) {
            long hour = Math.floorDiv(sample.getTimestamp().toEpochMilli(), HOUR_MILLIS);
            double[] sum = sums.computeIfAbsent(hour, h -> new double[2]);
            sum[0] += value;
            sum[1]++;
          }
        });
    if (sums.isEmpty() || sums.lastKey() - sums.firstKey() > YEARS_MAX_HOURS) {
      throw new IllegalArgumentException(
          sums.isEmpty()
              ? "no sample has the metric " + metric
              : "the samples span more than three years");
    }
    double[] hours = new double[(int) (sums.lastKey() - sums.firstKey() + 1)];
    Arrays.fill(hours, Double.NaN);
    sums.forEach((hour, sum) -> hours[(int) (hour - sums.firstKey())] = sum[0] / sum[1]);
    return ForecastContest.run(List.of(new HourlyFigures(sums.firstKey(), hours)));
  }
}
