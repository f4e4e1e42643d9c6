package io.peerwatch.detection.window;

import static io.peerwatch.detection.window.GatheringScript.START;
import static io.peerwatch.detection.window.GatheringScript.host;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong clocks in a minority: the group goes on as if they were right, and they are named. */
class AbusedClocksTest {
  private static final long MINUTE = 60_000;
  private static final long HALF_HOUR = 30 * MINUTE;
  private static final List<String> TEN =
      IntStream.rangeClosed(1, 10).mapToObj("web-%02d"::formatted).toList();

  private final GatheringScript script = new GatheringScript();

  @ParameterizedTest(name = "one host at {0}")
  @ValueSource(strings = {"+59m", "+2h", "-59m", "-2h", "2099-12-31", "2000-01-01", "1970-01-02"})
  void shouldNotBeMovedByOneWrongClock(String clock) {
    long off = offMillis(clock);
    script.hostsLive(TEN, 0, 10 * MINUTE, host -> 0);
    script.hostsLive(TEN, 10 * MINUTE, HALF_HOUR, host -> host.equals("web-01") ? off : 0);
    assertOnTime(9);
    HostWindow wrong = host(script.last(), "web-01");
    if (off > 0) {
      assertThat(wrong.skewMillis()).isBetween(off - 2 * MINUTE, off + 2 * MINUTE);
    } else {
      assertThat(wrong.lateSamples()).as("late in every window").isEqualTo(6);
    }
  }

  @ParameterizedTest(name = "one host at {0} from the start")
  @ValueSource(strings = {"+59m", "+2h", "2099-12-31", "2000-01-01", "1970-01-02"})
  void shouldStartRightBesideOneThatIsWrongFromTheStart(String clock) {
    long off = offMillis(clock);
    script.hostsLive(TEN, 0, HALF_HOUR, host -> host.equals("web-01") ? off : 0);
    assertOnTime(9);
    assertThat(host(script.last(), "web-02").skewMillis()).isZero();
  }

  @ParameterizedTest(name = "{0} of 10 fast ones are heard {1}")
  @CsvSource({"3, first", "4, first", "5, first", "3, last", "5, last"})
  void shouldNotBeMovedByAMinorityOfFastClocksWhicheverIsHeardFirst(int fast, String when) {
    int from = when.equals("first") ? 0 : 10 - fast;
    Set<String> wrong = Set.copyOf(TEN.subList(from, from + fast));
    script.hostsLive(TEN, 0, 10 * MINUTE, host -> 0);
    script.hostsLive(TEN, 10 * MINUTE, HALF_HOUR, host -> wrong.contains(host) ? 60 * MINUTE : 0);
    assertOnTime(10 - fast);
    assertThat(script.answers).doesNotContainKey("LATE");
    assertThat(script.last().hosts())
        .allMatch(host -> wrong.contains(host.host()) == host.skewMillis() > 0);
  }

  @Test
  void shouldStartRightBesideFastClocksThatAreTheVeryFirstToBeHeard() {
    Map<String, Long> off =
        Map.of(
            "web-01", offMillis("+59m"),
            "web-02", offMillis("+2h"),
            "web-03", offMillis("2099-12-31"),
            "web-04", offMillis("-2h"));
    script.hostsLive(TEN, 0, HALF_HOUR, host -> off.getOrDefault(host, 0L));
    assertOnTime(6);
    assertThat(script.closed.stream().filter(window -> window.start() >= START))
        .allMatch(window -> window.reported() == 6)
        .allMatch(window -> window.hosts().size() == 10);
    assertThat(script.last().hosts())
        .allMatch(host -> off.getOrDefault(host.host(), 0L) > 0 == host.skewMillis() > 0);
    assertThat(script.group().takeDisplaced().forgotten()).as("nobody's samples").isZero();
  }

  /** A tick may come right behind a sample: it does not say that five seconds went by since. */
  @Test
  void shouldNotTakeASingleTickForSilenceWhereWindowsAreShort() {
    var settings = WindowSettings.of(Duration.ofSeconds(2), Duration.ofSeconds(1));
    var group = new GroupGathering("web", settings);
    var ticks = new TickCount(15_000);
    List<GroupWindow> closed = new ArrayList<>();
    for (long second = 0; second < 120; second++) {
      for (String host : TEN) {
        long at = START + second * 1_000;
        group.offer(new Sample("web", host, at, Map.of("m", 1.0)), ticks.elapsedMillis());
        for (GroupWindow w = group.closeDue(); w != null; w = group.closeDue()) {
          closed.add(w);
        }
        if (second % 5 == 0 && host.equals("web-03")) {
          ticks.count(new Tick(at));
          for (GroupWindow w = group.closeSilent(ticks); w != null; w = group.closeSilent(ticks)) {
            closed.add(w);
          }
        }
      }
    }
    assertThat(closed).hasSizeBetween(57, 60);
    assertThat(closed).allMatch(window -> window.reported() == 10 && window.lateSamples() == 0);
  }

  @Test
  void shouldFollowAGroupThatResumesAfterAGapAtOnce() {
    script.hostsLive(TEN, 0, 10 * MINUTE + 30_000, host -> 0);
    script.hostsSend(TEN.subList(0, 6), 70 * MINUTE, 70 * MINUTE + 10_000);
    assertThat(script.last().start()).isEqualTo(START + 10 * MINUTE);
    assertThat(script.last().reported()).isEqualTo(10);
  }

  @Test
  void shouldFollowThoseThatAreLeftWhenMostDieInAGap() {
    script.hostsLive(TEN, 0, 10 * MINUTE + 30_000, host -> 0);
    List<String> left = TEN.subList(0, 3);
    script.hostsLive(left, 40 * MINUTE, 60 * MINUTE, host -> 0);
    assertThat(script.last().end()).isBetween(START + 58 * MINUTE, START + 60 * MINUTE);
    assertThat(script.last().reported()).isEqualTo(3);
    assertThat(host(script.last(), "web-10").missedWindows()).isGreaterThan(2);
    assertThat(script.answers).doesNotContainKey("LATE");
  }

  @ParameterizedTest(name = "{0} ms into a window")
  @ValueSource(longs = {0, 10_000, 20_000, 30_000, 50_000})
  void shouldGoOnWhenSixOfTenDieAtAnyMoment(long into) {
    script.hostsLive(TEN, 0, 10 * MINUTE + into, host -> 0);
    script.hostsLive(TEN.subList(0, 4), 10 * MINUTE + into, HALF_HOUR, host -> 0);
    assertOnTime(4);
    assertThat(host(script.last(), "web-10").missedWindows()).isGreaterThan(5);
    assertThat(script.answers).doesNotContainKey("LATE");
  }

  @Test
  void shouldTakeAHostBackAtOnceWhenItsClockIsSetRight() {
    script.hostsLive(TEN, 0, 5 * MINUTE, host -> 0);
    script.hostsLive(TEN, 5 * MINUTE, 15 * MINUTE, host -> host.equals("web-01") ? 60 * MINUTE : 0);
    assertThat(host(script.last(), "web-01").skewMillis()).isPositive();
    script.hostsLive(TEN, 15 * MINUTE, 20 * MINUTE, host -> 0);
    assertThat(script.last().reported()).isEqualTo(10);
    assertThat(script.last().hosts()).allMatch(host -> host.skewMillis() == 0);
  }

  @Test
  void shouldNotRememberOneAbsurdSampleForEver() {
    script.hostsLive(TEN, 0, 10 * MINUTE, host -> 0);
    script.sample("web-01", offMillis("2099-12-31"), 0.4);
    script.hostsLive(TEN, 10 * MINUTE, HALF_HOUR, host -> 0);
    assertOnTime(10);
    assertThat(script.last().hosts()).allMatch(host -> host.skewMillis() == 0);
  }

  @Test
  void shouldNotMindClocksThatWanderWithinTheBudget() {
    script.hostsLive(
        TEN, 0, HALF_HOUR, host -> (host.hashCode() % 5 - 2) * 10_000L); // up to 20 s off
    assertThat(script.last().reported()).isEqualTo(10);
    assertThat(script.last().hosts()).allMatch(host -> host.skewMillis() == 0);
    assertThat(script.answers.getOrDefault("LATE", 0)).isLessThan(10);
  }

  /** The right ones are all in, to the last window, which ended no more than two minutes ago. */
  private void assertOnTime(int right) {
    assertThat(script.last().end()).isBetween(START + HALF_HOUR - 2 * MINUTE, START + HALF_HOUR);
    assertThat(script.last().reported()).isEqualTo(right);
    assertThat(script.closed).extracting(GroupWindow::start).isSorted().doesNotHaveDuplicates();
  }

  private static long offMillis(String clock) {
    if (clock.matches("\\d{4}-.*")) {
      return Instant.parse(clock + "T00:00:00Z").toEpochMilli() - START;
    }
    long count = Long.parseLong(clock.substring(1, clock.length() - 1));
    return (clock.startsWith("-") ? -1 : 1) * count * (clock.endsWith("h") ? 60 : 1) * MINUTE;
  }
}
