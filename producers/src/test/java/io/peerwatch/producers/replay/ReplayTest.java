package io.peerwatch.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.producers.publish.ManualClock;
import io.peerwatch.producers.publish.Speed;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.csv.BadLine;
import io.peerwatch.schemas.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final long T0 = 1_767_225_600_000L;
  private static final long PRESENT = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();

  @TempDir Path folder;
  private final List<HostSample> played = new ArrayList<>();
  private final List<BadLine> bad = new ArrayList<>();
  private Path first;
  private Path second;

  @BeforeEach
  void writeFiles() throws IOException {
    first = file("first.csv", row(T0, "web-01") + "spoilt\n" + row(T0 + 60_000, "web-01"));
    second = file("second.csv", row(T0 + 30_000, "web-02") + row(T0 + 90_000, "web-02"));
  }

  @Test
  void shouldPlayAtThePaceOfTheTimesInTheOrderOfTheFiles() throws IOException {
    var clock = new ManualClock(PRESENT);
    play(Speed.REAL_TIME, Times.KEEP, clock);
    assertThat(clock.awaited()).containsExactly(PRESENT + 60_000, PRESENT + 90_000);
    assertThat(played)
        .extracting(s -> s.getTimestamp().toEpochMilli())
        .containsExactly(T0, T0 + 60_000, T0 + 30_000, T0 + 90_000);
  }

  @Test
  void shouldPlayFasterWhenTold() throws IOException {
    var clock = new ManualClock(PRESENT);
    play(new Speed(60), Times.KEEP, clock);
    assertThat(clock.awaited()).containsExactly(PRESENT + 1_000, PRESENT + 1_500);
  }

  @Test
  void shouldNotWaitAtFullSpeed() throws IOException {
    var clock = new ManualClock(PRESENT);
    play(Speed.MAX, Times.KEEP, clock);
    assertThat(clock.awaited()).isEmpty();
    assertThat(played).hasSize(4);
  }

  @Test
  void shouldShiftAllTimesAlikeSoThatTheFirstPlaysNow() throws IOException {
    play(Speed.MAX, Times.NOW, new ManualClock(PRESENT));
    assertThat(played)
        .extracting(s -> s.getTimestamp().toEpochMilli())
        .containsExactly(PRESENT, PRESENT + 60_000, PRESENT + 30_000, PRESENT + 90_000);
  }

  @Test
  void shouldEndWhereItIsStopped() throws IOException {
    play(Speed.REAL_TIME, Times.KEEP, new ManualClock(PRESENT, PRESENT + 70_000));
    assertThat(played).hasSize(3);
  }

  @Test
  void shouldTellOfMalformedLinesOnceAndCountThem() throws IOException {
    assertThat(play(Speed.MAX, Times.KEEP, new ManualClock(PRESENT))).isEqualTo(1);
    assertThat(bad).singleElement().satisfies(b -> assertThat(b.line()).isEqualTo(3));
  }

  @Test
  void shouldReportProgressUpToTheNumberOfSamples() throws IOException {
    var reports = new ArrayList<String>();
    var settings = settings(Speed.MAX, Times.KEEP);
    new Replay(
            settings,
            bad::add,
            (what, done, total) -> reports.add(done + "/" + total),
            new ManualClock(PRESENT))
        .play(Recording.scan(settings), played::add);
    assertThat(reports).containsExactly("1/4", "2/4", "3/4", "4/4");
  }

  @Test
  void shouldKnowTheOldestSampleOfAllFiles() throws IOException {
    var swapped = new ReplaySettings(List.of(second, first), Speed.MAX, Times.KEEP, 1);
    assertThat(Recording.scan(swapped)).isEqualTo(new Recording(4, T0 + 30_000, T0));
  }

  @Test
  void shouldRefuseFilesWithoutSamples() throws IOException {
    var empty = new ReplaySettings(List.of(file("e.csv", "")), Speed.MAX, Times.KEEP, 0);
    assertThatThrownBy(() -> Recording.scan(empty))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("there is no sample in");
  }

  private long play(Speed speed, Times times, ManualClock clock) throws IOException {
    var settings = settings(speed, times);
    return new Replay(settings, bad::add, Progress.NONE, clock)
        .play(Recording.scan(settings), played::add);
  }

  private ReplaySettings settings(Speed speed, Times times) {
    return new ReplaySettings(List.of(first, second), speed, times, 10);
  }

  private Path file(String name, String rows) throws IOException {
    return Files.writeString(folder.resolve(name), "timestamp,group,host,cpu\n" + rows);
  }

  private static String row(long millis, String host) {
    return millis + ",web," + host + ",0.5\n";
  }
}
