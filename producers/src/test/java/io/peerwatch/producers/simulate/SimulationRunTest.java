package io.peerwatch.producers.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.peerwatch.producers.publish.ManualClock;
import io.peerwatch.producers.publish.Speed;
import io.peerwatch.producers.simulate.scenario.Scenario;
import io.peerwatch.producers.simulate.yaml.Scenarios;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.csv.Label;
import io.peerwatch.schemas.csv.Labels;
import io.peerwatch.schemas.csv.RecordedSamples;
import io.peerwatch.schemas.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationRunTest {
  private static final long PRESENT = Instant.parse("2026-11-22T12:00:07.123Z").toEpochMilli();
  private static final long NOW = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();
  private static final Scenario SMALL =
      Scenarios.parse(
          "small.yaml",
          """
          history: 1h
          groups:
            - {name: web, hosts: 3, tier: application, workload: user-facing, cores: 8, memory: 1GiB}
          faults:
            - {kind: silence, host: web-03, start: +20s, duration: 10m}
            - {kind: cpu-hog, host: web-02, start: -3m, duration: 5m}
          """);

  @TempDir Path folder;
  private final List<HostSample> samples = new ArrayList<>();

  @Test
  void shouldHastenThroughTheHistoryAndThenKeepRealTime() throws IOException {
    var clock = new ManualClock(PRESENT, NOW + 60_000);
    SimulationSummary summary = publish(settings(Speed.REAL_TIME), clock);
    assertThat(samples.get(0).getTimestamp()).isEqualTo(Instant.ofEpochMilli(NOW - 3_600_000));
    assertThat(clock.awaited())
        .containsExactly(
            NOW + 10_000, NOW + 20_000, NOW + 30_000, NOW + 40_000, NOW + 50_000, NOW + 60_000);
    assertThat(summary.endMillis()).isEqualTo(NOW + 60_000);
    assertThat(summary.samples()).isEqualTo(samples.size());
  }

  @Test
  void shouldRunFasterThanRealTimeWhenTold() throws IOException {
    var clock = new ManualClock(PRESENT, PRESENT + 4_000);
    publish(settings(new Speed(10)), clock);
    assertThat(clock.awaited().get(0)).isEqualTo(NOW + 8_000);
    assertThat(clock.awaited().get(1)).isEqualTo(NOW + 9_000);
  }

  @Test
  void shouldNotWaitAtAllAtFullSpeedAndEndWithTheLastFault() throws IOException {
    var clock = new ManualClock(PRESENT);
    SimulationSummary summary = publish(settings(Speed.MAX), clock);
    assertThat(clock.awaited()).isEmpty();
    assertThat(summary.endMillis()).isEqualTo(NOW + 620_000);
  }

  @Test
  void shouldCatchUpWithoutWaitingAfterAPause() throws IOException {
    var clock = new ManualClock(PRESENT, NOW + 70_000);
    var run =
        new SimulationRun(
            settings(Speed.REAL_TIME),
            SimulationTimes.live(settings(Speed.REAL_TIME), PRESENT),
            sample -> {
              if (samples.isEmpty()) {
                clock.pass(45_000);
              }
              samples.add(sample);
            },
            Progress.NONE,
            clock);
    run.run();
    assertThat(clock.awaited()).containsExactly(NOW + 60_000, NOW + 70_000);
  }

  @Test
  void shouldWriteTheSameBytesForTheSameSeed() throws IOException {
    Path first = write("a.csv", OptionalLong.empty());
    Path second = write("b.csv", OptionalLong.empty());
    Path other = write("c.csv", OptionalLong.of(2));
    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(Files.mismatch(first, other)).isNotNegative();
  }

  @Test
  void shouldWriteWhatRecordedSamplesReadBack() throws IOException {
    Path file = write("a.csv", OptionalLong.empty());
    var fleet = new FleetSimulator(SMALL, SMALL.seed(), SimulationTimes.RECORDING_START_MILLIS);
    var expected = new ArrayList<HostSample>();
    while (fleet.nextMillis() < SimulationTimes.RECORDING_START_MILLIS + 4_220_000) {
      fleet.advance(expected::add);
    }
    new RecordedSamples(List.of(file), 0, bad -> {}).forEach(samples::add);
    assertThat(samples)
        .extracting(HostSample::getTimestamp, HostSample::getHost, HostSample::getMetrics)
        .isEqualTo(
            expected.stream()
                .map(s -> tuple(s.getTimestamp(), s.getHost(), s.getMetrics()))
                .toList());
  }

  @Test
  void shouldWriteTheTruthThatMatchesTheFaults() throws IOException {
    Path truth = folder.resolve("truth.csv");
    var settings = settings(Speed.REAL_TIME).withTruth(truth);
    SimulationRun.write(settings, folder.resolve("a.csv"), Progress.NONE, new ManualClock(PRESENT));
    Instant now = Instant.ofEpochMilli(SimulationTimes.RECORDING_START_MILLIS).plusSeconds(3_600);
    List<Label> labels = Labels.read(truth);
    assertThat(labels)
        .extracting(Label::host, Label::group, Label::kind, Label::start, Label::end)
        .containsExactly(
            tuple("web-02", "web", "cpu-hog", now.minusSeconds(180), now.plusSeconds(120)),
            tuple("web-03", "web", "silence", now.plusSeconds(20), now.plusSeconds(620)));
    assertThat(labels.get(0).metrics()).contains("system.cpu.utilization");
  }

  @Test
  void shouldCutTheTruthWhereTheRunWasStopped() throws IOException {
    Path truth = folder.resolve("truth.csv");
    var settings = settings(Speed.REAL_TIME).withTruth(truth);
    publish(settings, new ManualClock(PRESENT, NOW + 15_000));
    assertThat(Labels.read(truth))
        .singleElement()
        .satisfies(label -> assertThat(label.end()).isEqualTo(Instant.ofEpochMilli(NOW + 20_000)));
  }

  @Test
  void shouldEndAfterTheDurationThatIsTold() throws IOException {
    var settings =
        new SimulationSettings(
            SMALL,
            OptionalLong.empty(),
            Speed.MAX,
            Optional.of(Duration.ofMinutes(2)),
            SideFiles.NONE);
    assertThat(publish(settings, new ManualClock(PRESENT)).samples()).isEqualTo(3 * 12);
  }

  @Test
  void shouldReportProgressUpToTheEnd() throws IOException {
    var reported = new ArrayList<Long>();
    SimulationRun.write(
        settings(Speed.MAX),
        folder.resolve("a.csv"),
        (what, done, total) -> {
          assertThat(total).isEqualTo(422);
          reported.add(done);
        },
        new ManualClock(PRESENT));
    assertThat(reported).isSorted().endsWith(422L);
  }

  private SimulationSummary publish(SimulationSettings settings, ManualClock clock)
      throws IOException {
    var times = SimulationTimes.live(settings, clock.millis());
    return new SimulationRun(settings, times, samples::add, Progress.NONE, clock).run();
  }

  private Path write(String name, OptionalLong seed) throws IOException {
    var settings =
        new SimulationSettings(SMALL, seed, Speed.REAL_TIME, Optional.empty(), SideFiles.NONE);
    Path file = folder.resolve(name);
    SimulationRun.write(settings, file, Progress.NONE, new ManualClock(PRESENT));
    return file;
  }

  private static SimulationSettings settings(Speed speed) {
    return new SimulationSettings(
        SMALL, OptionalLong.empty(), speed, Optional.empty(), SideFiles.NONE);
  }
}
