package io.peerwatch.producers.simulate;

import io.peerwatch.producers.publish.PacingClock;
import io.peerwatch.producers.publish.SamplePublisher;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.csv.Labels;
import io.peerwatch.schemas.csv.SampleCsvWriter;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Paces a simulated fleet and hands its samples on: hastening through the history up to now, then
 * each instant when it is due.
 */
public final class SimulationRun {
  private static final int REPORTS_MAX = 200;

  private final SimulationSettings settings;
  private final SimulationTimes times;
  private final Consumer<HostSample> sink;
  private final Progress progress;
  private final PacingClock clock;
  private long samples;

  SimulationRun(
      SimulationSettings settings,
      SimulationTimes times,
      Consumer<HostSample> sink,
      Progress progress,
      PacingClock clock) {
    this.settings = settings;
    this.times = times;
    this.sink = sink;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Publishes the fleet; the scenario's now is the present. Ends when the scenario does or the
   * clock is stopped, and then every sample is acknowledged.
   *
   * @throws IOException when the truth can't be written
   */
  public static SimulationSummary publish(
      SimulationSettings settings,
      ConnectionSettings connection,
      Progress progress,
      PacingClock clock)
      throws IOException {
    try (var publisher = new SamplePublisher(connection, clock::stopped)) {
      var times = SimulationTimes.live(settings, clock.millis());
      var run = new SimulationRun(settings, times, publisher::publish, progress, clock);
      SimulationSummary summary = run.run();
      publisher.flush();
      return summary;
    }
  }

  /**
   * Writes the fleet as recorded samples, as fast as it can; the same seed gives the same bytes.
   * Its time starts at 2026-01-05T00:00:00Z. Without a duration it ends with the history or the
   * last fault, whichever is later.
   *
   * @throws IOException when a file can't be written
   */
  public static SimulationSummary write(
      SimulationSettings settings, Path out, Progress progress, PacingClock clock)
      throws IOException {
    try (var writer = SampleCsvWriter.to(out, FleetSimulator.METRICS)) {
      var times = SimulationTimes.recorded(settings);
      return new SimulationRun(settings, times, rows(writer), progress, clock).run();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  SimulationSummary run() throws IOException {
    var fleet = new FleetSimulator(settings.scenario(), settings.seedInUse(), times.startMillis());
    writeTruth(times.endMillis());
    if (settings.files().capacities().isPresent()) {
      CapacitiesCsv.write(settings.files().capacities().get(), fleet.capacities());
    }
    while (fleet.nextMillis() < times.endMillis()) {
      clock.await(times.dueMillis(fleet.nextMillis()));
      if (clock.stopped()) {
        writeTruth(fleet.nextMillis());
        break;
      }
      fleet.advance(this::hand);
      report(fleet.nextMillis());
    }
    return new SimulationSummary(samples, times.startMillis(), fleet.nextMillis());
  }

  private void hand(HostSample sample) {
    sink.accept(sample);
    samples++;
  }

  /** What is known beforehand is written at once; a run that is stopped cuts it. */
  private void writeTruth(long endMillis) throws IOException {
    if (settings.files().truth().isPresent()) {
      Labels.write(
          settings.files().truth().get(),
          Truth.labels(settings.scenario(), times.startMillis(), endMillis));
    }
    if (settings.files().events().isPresent()) {
      EventsCsv.write(
          settings.files().events().get(), settings.scenario(), times.startMillis(), endMillis);
    }
  }

  /** Reports what has an end: the whole run, or the history of an open one. */
  private void report(long nextMillis) {
    long goal = times.isOpen() ? times.nowMillis() : times.endMillis();
    long total = stepsUntil(goal);
    long done = stepsUntil(nextMillis);
    if (done <= total && (done == total || done % Math.max(1, total / REPORTS_MAX) == 0)) {
      progress.report("simulating", done, total);
    }
  }

  private long stepsUntil(long millis) {
    long period = settings.scenario().periodMillis();
    return Math.floorDiv(millis - times.startMillis() + period - 1, period);
  }

  private static Consumer<HostSample> rows(SampleCsvWriter writer) {
    return sample -> {
      try {
        writer.write(sample);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
