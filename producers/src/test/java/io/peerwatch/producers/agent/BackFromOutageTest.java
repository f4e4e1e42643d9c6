package io.peerwatch.producers.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.window.GroupGathering;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.Sample;
import io.peerwatch.detection.window.WindowSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Agents come back from an outage each at its own moment, and the group's windows are what they
 * would have been: no sample late, no host missed, no clock called wrong. In simulated time, the
 * samples in the order in which the agents send them.
 */
class BackFromOutageTest {
  private static final long START = 1_800_000_000_000L;
  private static final long PERIOD = 10_000;
  private static final long BEFORE = 600_000;
  private static final long AFTER = 900_000;

  /** Two seconds between tries to connect, and a fifth of that by chance. */
  private static final long BACK_WITHIN = 2_400;

  private record Sent(long at, String host, long timestamp) {}

  @ParameterizedTest
  @CsvSource({"3, 70", "10, 70", "10, 600", "40, 600", "10, 3600", "40, 3600"})
  void shouldLoseNothingAtTheBacklogsPace(int hosts, int outageSeconds) {
    for (long seed = 1; seed <= 6; seed++) {
      List<GroupWindow> windows =
          judged(sent(hosts, outageSeconds * 1_000L, seed, BacklogPace::pauseMillis));
      assertThat(windows).as("seed %d", seed).hasSizeGreaterThan(20 + outageSeconds / 60);
      for (GroupWindow window : windows) {
        assertThat(window.lateSamples()).as("late, seed %d", seed).isZero();
        assertThat(window.reported()).as("reported, seed %d", seed).isEqualTo(hosts);
        assertThat(window.hosts()).allMatch(host -> host.missedWindows() == 0);
        assertThat(window.hosts()).allMatch(host -> host.skewMillis() == 0);
      }
    }
  }

  /** Why there is a pace: what happens to the very same agents without it. */
  @Test
  void shouldLoseHostsWhenEachSendsAllAtOnce() {
    List<GroupWindow> windows = judged(sent(10, 3_600_000, 1, (before, next) -> 0));
    assertThat(windows.stream().mapToLong(GroupWindow::lateSamples).sum()).isPositive();
    assertThat(windows.stream().flatMap(window -> window.hosts().stream()))
        .anyMatch(host -> host.missedWindows() >= 2);
  }

  /** What all agents send, in the order in which it comes to the log. */
  private static List<Sent> sent(
      int hosts, long outageMillis, long seed, LongBinaryOperator pauseMillis) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Sent> all = new ArrayList<>();
    for (int h = 0; h < hosts; h++) {
      long back = BEFORE + outageMillis + random.nextLong(BACK_WITHIN);
      long phase = random.nextLong(PERIOD);
      long free = 0;
      long before = 0;
      for (long taken = phase; taken < BEFORE + outageMillis + AFTER; taken += PERIOD) {
        boolean away = taken >= BEFORE && taken < back;
        long mayGo = free + (free == 0 ? 0 : pauseMillis.applyAsLong(before, taken));
        long goes = Math.max(Math.max(taken, mayGo), away || free > back ? back : 0);
        free = goes + random.nextLong(2, 10);
        before = taken;
        all.add(new Sent(free, "h" + h, START + taken));
      }
    }
    all.sort(Comparator.comparingLong(Sent::at).thenComparing(Sent::host));
    return all;
  }

  private static List<GroupWindow> judged(List<Sent> log) {
    var settings = WindowSettings.of(Duration.ofMinutes(1), Duration.ofSeconds(30));
    var group = new GroupGathering("web", settings);
    List<GroupWindow> windows = new ArrayList<>();
    for (Sent sent : log) {
      group.offer(new Sample("web", sent.host(), sent.timestamp(), Map.of("m", 0.4)), 0);
      for (GroupWindow w = group.closeDue(); w != null; w = group.closeDue()) {
        windows.add(w);
      }
    }
    // The first window closes as hosts are first heard of; nobody is known before.
    return windows.subList(1, windows.size());
  }
}
