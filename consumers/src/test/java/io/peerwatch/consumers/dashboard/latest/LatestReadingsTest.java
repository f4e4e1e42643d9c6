package io.peerwatch.consumers.dashboard.latest;

import static io.peerwatch.consumers.dashboard.MadeUpFleet.NOON;
import static io.peerwatch.consumers.dashboard.MadeUpFleet.WINDOW;
import static io.peerwatch.consumers.dashboard.MadeUpFleet.readings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.schemas.avro.HostReadings;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatestReadingsTest {
  private static final SeriesKey WEB_CPU = new SeriesKey("web", "cpu");
  private static final List<String> HOSTS = List.of("a", "b");

  @Test
  void shouldKeepOnlyTheLastWindowsOfASeries() {
    LatestReadings latest = new LatestReadings(bounds(3, 1_000, 10));
    for (int minute = 0; minute < 5; minute++) {
      latest.add(web(minute));
    }
    assertThat(latest.windows(WEB_CPU))
        .extracting(WindowReadings::endMillis)
        .containsExactly(at(2), at(3), at(4));
  }

  @Test
  void shouldForgetTheOldestWindowOfAllSeriesWhenCellsRunOut() {
    LatestReadings latest = new LatestReadings(bounds(100, 6, 10));
    latest.add(web(0));
    latest.add(readings("db", "cpu", end(1), HOSTS, List.of(0.1, 0.2)));
    latest.add(web(2));
    latest.add(web(3));
    assertThat(latest.cells()).isEqualTo(6);
    assertThat(latest.windows(WEB_CPU))
        .extracting(WindowReadings::endMillis)
        .containsExactly(at(2), at(3));
    assertThat(latest.groups()).containsExactly("db", "web");
  }

  @Test
  void shouldForgetGroupsWithTheirLastWindow() {
    LatestReadings latest = new LatestReadings(bounds(100, 1_000, 1));
    latest.add(readings("old", "cpu", end(0), HOSTS, List.of(0.1, 0.2)));
    latest.add(web(1));
    assertThat(latest.groups()).containsExactly("web");
    assertThat(latest.newestByMetric("old")).isEmpty();
  }

  @Test
  void shouldStayWithinBoundsWhateverComes() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    LatestReadings latest = new LatestReadings(bounds(4, 50, 7));
    for (int i = 0; i < 2_000; i++) {
      latest.add(anything(random));
      assertThat(latest.cells()).as("seed %d, step %d", seed, i).isBetween(0L, 50L);
    }
    long held =
        latest.groups().stream()
            .flatMap(
                group ->
                    latest.newestByMetric(group).keySet().stream()
                        .flatMap(metric -> latest.windows(new SeriesKey(group, metric)).stream()))
            .mapToLong(WindowReadings::cells)
            .sum();
    assertThat(latest.cells()).as("seed %d", seed).isEqualTo(held);
  }

  @Test
  void shouldNotChangeWhenTheSameRecordComesAgain() {
    LatestReadings latest = new LatestReadings(bounds(10, 1_000, 10));
    latest.add(web(0));
    latest.add(web(0));
    assertThat(latest.windows(WEB_CPU)).hasSize(1);
    assertThat(latest.cells()).isEqualTo(2);
  }

  @Test
  void shouldPutTheChunksOfAWindowTogether() {
    LatestReadings latest = new LatestReadings(bounds(10, 1_000, 10));
    latest.add(chunk(0, List.of("a"), 0.2, 0.4));
    latest.add(chunk(1, List.of("b", "c", "d"), 0.6, 0.8));
    WindowReadings window = latest.windows(WEB_CPU).get(0);
    assertThat(window.cells()).isEqualTo(4);
    assertThat(window.bandLow()).isCloseTo(0.5, within(1e-6));
    assertThat(window.bandHigh()).isCloseTo(0.7, within(1e-6));
  }

  @Test
  void shouldHaveNoBandWhenNobodyWasJudged() {
    LatestReadings latest = new LatestReadings(bounds(10, 1_000, 10));
    latest.add(chunk(0, List.of("a"), Double.NaN, Double.NaN));
    assertThat(latest.windows(WEB_CPU).get(0).bandLow()).isNaN();
  }

  private static HostReadings chunk(int number, List<String> hosts, double low, double high) {
    List<Double> same = hosts.stream().map(host -> 0.5).toList();
    return HostReadings.newBuilder(readings("web", "cpu", end(0), hosts, same))
        .setChunk(number)
        .setChunks(2)
        .setLow(hosts.stream().map(host -> low).toList())
        .setHigh(hosts.stream().map(host -> high).toList())
        .build();
  }

  private static HostReadings anything(Random random) {
    List<String> hosts = HOSTS.subList(0, 1 + random.nextInt(2));
    return HostReadings.newBuilder(
            readings(
                "g" + random.nextInt(4),
                "m" + random.nextInt(4),
                end(random.nextInt(30)),
                hosts,
                hosts.stream().map(host -> random.nextDouble()).toList()))
        .setChunk(random.nextInt(3))
        .build();
  }

  private static HostReadings web(int minute) {
    return readings("web", "cpu", end(minute), HOSTS, List.of(0.4, 0.5));
  }

  private static Instant end(int minute) {
    return NOON.plus(WINDOW.multipliedBy(minute));
  }

  private static long at(int minute) {
    return end(minute).toEpochMilli();
  }

  private static MemoryBounds bounds(int windows, long cells, int series) {
    return new MemoryBounds(windows, cells, series, 10, 10, 10);
  }
}
