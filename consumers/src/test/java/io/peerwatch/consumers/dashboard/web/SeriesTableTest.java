package io.peerwatch.consumers.dashboard.web;

import static io.peerwatch.consumers.dashboard.MadeUpFleet.NOON;
import static io.peerwatch.consumers.dashboard.MadeUpFleet.WINDOW;
import static io.peerwatch.consumers.dashboard.MadeUpFleet.readings;
import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.consumers.dashboard.latest.LatestReadings;
import io.peerwatch.consumers.dashboard.latest.MemoryBounds;
import io.peerwatch.consumers.dashboard.latest.SeriesKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeriesTableTest {
  private final LatestReadings latest = new LatestReadings(MemoryBounds.DEFAULT);

  @Test
  void shouldAlignHostsThatComeAndGo() {
    window(0, List.of("a", "b"), List.of(0.1, 0.2));
    window(1, List.of("b"), List.of(0.3));
    SeriesTable table = table();
    assertThat(table.rows().get("a").values()).containsExactly(0.1f, Float.NaN);
    assertThat(table.rows().get("b").values()).containsExactly(0.2f, 0.3f);
    assertThat(table.bandHigh()).containsExactly(0.5f, 0.5f);
  }

  @Test
  void shouldBreakLinesWhereWindowsAreMissing() {
    window(0, List.of("a"), List.of(0.1));
    window(5, List.of("a"), List.of(0.2));
    SeriesTable table = table();
    assertThat(table.times()).hasSize(3);
    assertThat(table.rows().get("a").values()).containsExactly(0.1f, Float.NaN, 0.2f);
  }

  @Test
  void shouldKeepWhatStandsOutWhenThinned() {
    for (int i = 0; i < 10; i++) {
      window(i, List.of("a"), List.of(i == 3 ? 0.9 : 0.4));
    }
    SeriesTable thin = table().thinnedTo(5);
    assertThat(thin.times()).hasSize(5);
    assertThat(thin.rows().get("a").values()).containsExactly(0.4f, 0.9f, 0.4f, 0.4f, 0.4f);
  }

  @Test
  void shouldChooseOddHostsThenThoseFurthestFromTheBand() {
    window(0, List.of("a", "b", "c", "d"), List.of(0.4, 0.41, 0.9, 0.42));
    assertThat(new LineChoice(Set.of("b"), null, 2).of(table())).containsExactly("b", "c");
    assertThat(new LineChoice(Set.of("b"), "a", 3).of(table())).containsExactly("b", "a", "c");
    assertThat(new LineChoice(Set.of("gone"), null, 9).of(table()))
        .containsExactly("a", "b", "c", "d");
  }

  private SeriesTable table() {
    return SeriesTable.of(latest.windows(new SeriesKey("web", "cpu")));
  }

  private void window(int minute, List<String> hosts, List<Double> observed) {
    latest.add(readings("web", "cpu", NOON.plus(WINDOW.multipliedBy(minute)), hosts, observed));
  }
}
