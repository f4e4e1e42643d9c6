package io.peerwatch.detection.window;

import static io.peerwatch.detection.window.GatheringScript.START;
import static io.peerwatch.detection.window.GatheringScript.WINDOW;
import static io.peerwatch.detection.window.GatheringScript.host;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupGatheringTest {
  private final GatheringScript script = new GatheringScript();

  private static List<String> hosts(int count) {
    return IntStream.rangeClosed(1, count).mapToObj("web-%02d"::formatted).toList();
  }

  @Test
  void shouldCloseAWindowTheMomentThatAllKnownHostsHaveReportedIt() {
    script.hostsSend(hosts(5), 0, 180_000);
    int before = script.closed.size();
    script.hostsSend(hosts(5).subList(0, 4), 180_000, 230_000);
    script.hostsSend(hosts(4), 230_000, 240_000);
    script.hostsSend(List.of("web-05"), 180_000, 230_000);
    assertThat(script.closed).hasSize(before);
    script.sample("web-05", 230_000, 0.4);
    assertThat(script.closed).hasSize(before + 1);
    assertThat(script.last().start()).isEqualTo(START + 180_000);
    assertThat(script.last().reported()).isEqualTo(5);
  }

  @Test
  void shouldAverageTheSamplesOfAHostInsideHalfOpenBounds() {
    script.sample("a", 0, 0.1).sample("a", 59_999, 0.3).sample("a", 60_000, 9);
    script.sample("a", 95_000, 9);
    assertThat(host(script.closed.get(0), "a").values()[0]).isEqualTo(0.2);
    assertThat(host(script.closed.get(0), "a").samples()).isEqualTo(2);
  }

  @Test
  void shouldNotLetOneFastClockCloseTheWindowsOfTheOthers() {
    script.hostsSend(hosts(5), 0, 120_000);
    int before = script.closed.size();
    for (long at = 120_000; at < 140_000; at += 10_000) {
      script.sample("web-01", at + 7_200_000, 0.4);
      script.hostsSend(hosts(5).subList(1, 5), at, at + 10_000);
    }
    assertThat(script.closed).hasSize(before);
    for (long at = 140_000; at < 400_000; at += 10_000) {
      script.sample("web-01", at + 7_200_000, 0.4);
      script.hostsSend(hosts(5).subList(1, 5), at, at + 10_000);
    }
    assertThat(script.last().reported()).isEqualTo(4);
    assertThat(host(script.last(), "web-01").skewMillis()).isGreaterThan(7_000_000);
    assertThat(host(script.last(), "web-02").skewMillis()).isZero();
    assertThat(script.answers).doesNotContainKey("LATE");
  }

  /** What was learned at a sample a minute must not cut off windows of six for good. */
  @Test
  void shouldWaitForTheSamplesOfHostsThatBeginToSendMoreOften() {
    for (long at = 0; at < 600_000; at += 60_000) {
      for (String name : hosts(5)) {
        script.sample(name, at, 0.4);
      }
    }
    script.hostsSend(hosts(5), 600_000, 1_200_000);
    assertThat(script.closed)
        .filteredOn(window -> window.start() >= START + 720_000)
        .hasSizeGreaterThan(6)
        .allSatisfy(window -> assertThat(host(window, "web-03").samples()).isEqualTo(6));
  }

  @Test
  void shouldGoOnWhenSixOfTenHostsDieAtOnce() {
    script.hostsSend(hosts(10), 0, 300_000).hostsSend(hosts(4), 300_000, 600_000);
    assertThat(script.last().start()).isGreaterThanOrEqualTo(START + 480_000);
    assertThat(host(script.last(), "web-10").missedWindows()).isGreaterThanOrEqualTo(2);
    assertThat(host(script.last(), "web-01").missedWindows()).isZero();
  }

  @Test
  void shouldGoOnWhenAllButTwoOfThirtyDieAtOnce() {
    script.hostsSend(hosts(30), 0, 300_000).hostsSend(hosts(2), 300_000, 1_200_000);
    assertThat(script.last().start()).isGreaterThanOrEqualTo(START + 1_020_000);
    assertThat(host(script.last(), "web-30").missedWindows()).isGreaterThan(5);
    assertThat(script.answers).doesNotContainKey("LATE");
  }

  @Test
  void shouldForgetAHostThatWasNotHeardForAnHour() {
    script.hostsSend(hosts(4), 0, 120_000).hostsSend(hosts(3), 120_000, 4_200_000);
    assertThat(script.last().hosts()).hasSize(3);
    assertThat(script.closed.get(script.closed.size() / 2).hosts()).hasSize(4);
  }

  @Test
  void shouldCountLateSamplesByHostAndNeverReopenAWindow() {
    script.hostsSend(hosts(4), 0, 300_000);
    int before = script.closed.size();
    script.sample("web-02", 65_000, 0.9).sample("web-02", 66_000, 0.9);
    assertThat(script.closed).hasSize(before);
    script.hostsSend(hosts(4), 300_000, 420_000);
    GroupWindow next = script.closed.get(before);
    assertThat(next.lateSamples()).isEqualTo(2);
    assertThat(host(next, "web-02").lateSamples()).isEqualTo(2);
    assertThat(script.last().lateSamples()).isZero();
  }

  @Test
  void shouldCloseWhatIsOpenWhenTicksSpanWindowAndGraceAfterTheLastRecord() {
    script.ticksFor(10_000).hostsSend(hosts(4), 0, 150_000);
    int before = script.closed.size();
    script.ticksFor(85_000);
    assertThat(script.closed).hasSize(before);
    script.ticksFor(10_000);
    assertThat(script.last().start()).isEqualTo(START + 120_000);
    assertThat(script.last().silence()).isFalse();
  }

  @Test
  void shouldTellAGroupsSilenceWindowByWindowUntilItsHostsAreForgotten() {
    script.ticksFor(10_000).hostsSend(hosts(4), 0, 240_000);
    script.ticksFor(300_000);
    assertThat(script.last().silence()).isTrue();
    assertThat(script.last().reported()).isZero();
    assertThat(script.last().hosts()).hasSize(4);
    assertThat(host(script.last(), "web-01").missedWindows()).isZero();
    script.ticksFor(4_000_000);
    int forgotten = script.closed.size();
    assertThat(script.last().start()).isLessThan(START + 240_000 + 3_700_000);
    script.ticksFor(600_000);
    assertThat(script.closed).hasSize(forgotten);
  }

  @Test
  void shouldConcludeNothingFromAnOutageInWhichNobodyWroteTicks() {
    script.ticksFor(10_000).hostsSend(hosts(4), 0, 150_000).ticksFor(60_000);
    int before = script.closed.size();
    script.outage(3_600_000).ticksFor(60_000);
    assertThat(script.closed).hasSize(before);
    script.hostsSend(hosts(4), 150_000, 300_000);
    assertThat(script.last().reported()).isEqualTo(4);
    assertThat(script.closed).noneMatch(GroupWindow::silence);
  }

  @Test
  void shouldKeepThePaceOfAPairWhenOneOfItDies() {
    script.hostsSend(hosts(2), 0, 300_000).hostsSend(hosts(1), 300_000, 900_000);
    assertThat(script.last().end()).isGreaterThanOrEqualTo(START + 900_000 - 3 * WINDOW);
    assertThat(host(script.last(), "web-02").missedWindows()).isGreaterThan(2);
  }

  @Test
  void shouldNotCallAHostSilentThatSendsLessOftenThanAWindow() {
    for (long at = 0; at < 3_600_000; at += 10_000) {
      script.hostsSend(hosts(3), at, at + 10_000);
      if (at % 300_000 == 0) {
        script.sample("slow", at, 0.5);
      }
    }
    long calls =
        script.closed.stream()
            .filter(window -> window.start() > START + 900_000)
            .filter(window -> host(window, "slow").missedWindows() >= 2)
            .count();
    assertThat(calls).isZero();
  }

  @Test
  void shouldRefuseHostsAndMetricsOverTheBoundAndChangeNothing() {
    WindowSettings tight = new WindowSettings(60_000, 30_000, 3_600_000, 150_000, 2, 1);
    GroupGathering group = new GroupGathering("web", tight);
    var cpu = java.util.Map.of("cpu", 0.1);
    assertThat(group.offer(new Sample("web", "a", START, cpu), 0)).isEqualTo(Acceptance.ACCEPTED);
    assertThat(group.offer(new Sample("web", "b", START, cpu), 0)).isEqualTo(Acceptance.ACCEPTED);
    assertThat(group.offer(new Sample("web", "c", START, cpu), 0))
        .isEqualTo(Acceptance.TOO_MANY_HOSTS);
    var memory = java.util.Map.of("memory", 0.1);
    assertThat(group.offer(new Sample("web", "a", START + 1, memory), 0))
        .isEqualTo(Acceptance.TOO_MANY_METRICS);
  }
}
