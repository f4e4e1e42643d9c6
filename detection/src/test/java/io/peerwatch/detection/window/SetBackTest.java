package io.peerwatch.detection.window;

import static io.peerwatch.detection.window.GatheringScript.START;
import static io.peerwatch.detection.window.GatheringScript.WINDOW;
import static io.peerwatch.detection.window.GatheringScript.host;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that ran ahead and were set back; a minority never takes the group along. */
class SetBackTest {
  private static final long MINUTE = 60_000;
  private static final long AHEAD = 60 * MINUTE;
  private static final List<String> TEN = hosts(10);

  private final GatheringScript script = new GatheringScript();

  private static List<String> hosts(int count) {
    return IntStream.rangeClosed(1, count).mapToObj("web-%02d"::formatted).toList();
  }

  /** Ends of the windows closed from the {@code from}th on, in minutes since the start. */
  private List<Long> ends(int from) {
    return script.closed.stream().skip(from).map(w -> (w.end() - START) / MINUTE).toList();
  }

  @ParameterizedTest(name = "of {0} hosts")
  @ValueSource(ints = {1, 2, 3, 10})
  void shouldGoBackWithAGroupThatRanAheadAndWasSetBack(int count) {
    List<String> hosts = hosts(count);
    script.hostsLive(hosts, 0, 10 * MINUTE, host -> AHEAD);
    int before = script.closed.size();
    script.hostsLive(hosts, 10 * MINUTE, 30 * MINUTE, host -> 0);
    assertThat(ends(before).get(0)).isLessThanOrEqualTo(16);
    assertThat(ends(before)).isSorted().doesNotHaveDuplicates().contains(28L);
    assertThat(script.wentBack).isEqualTo(1);
    GroupWindow first = script.closed.get(before);
    assertThat(first.lateSamples()).as("counted, not lost").isGreaterThan(15L * count);
    assertThat(first.hosts()).hasSize(count).allMatch(host -> host.missedWindows() == 0);
    assertThat(script.last().reported()).isEqualTo(count);
    assertThat(script.last().lateSamples()).isZero();
    assertThat(script.last().hosts()).allMatch(host -> host.skewMillis() == 0);
  }

  @Test
  void shouldGoBackFromAYearAhead() {
    script.hostsLive(TEN, 0, 5 * MINUTE, host -> 365 * 24 * AHEAD);
    int before = script.closed.size();
    script.hostsLive(TEN, 5 * MINUTE, 20 * MINUTE, host -> 0);
    assertThat(ends(before)).isNotEmpty().allMatch(end -> end <= 20);
    assertThat(script.last().reported()).isEqualTo(10);
  }

  @Test
  void shouldGoBackOnceHalfOfTheHostsHaveBeenSetBackOneAfterTheOther() {
    for (int back = 0; back < 10; back++) {
      Set<String> slow = new HashSet<>(TEN.subList(0, back));
      long from = back * 4 * MINUTE;
      script.hostsLive(TEN, from, from + 4 * MINUTE, host -> slow.contains(host) ? 0 : AHEAD);
    }
    int before = script.closed.size();
    script.hostsLive(TEN, 40 * MINUTE, 50 * MINUTE, host -> 0);
    assertThat(ends(before)).isNotEmpty().allMatch(end -> end > 30 && end <= 50);
    assertThat(script.last().reported()).isEqualTo(10);
    assertThat(script.last().hosts()).allMatch(host -> host.skewMillis() == 0);
  }

  @Test
  void shouldNameThoseThatStayAheadWhenMostWereSetBack() {
    script.hostsLive(TEN, 0, 10 * MINUTE, host -> AHEAD);
    Set<String> stay = Set.of("web-01", "web-02", "web-03");
    script.hostsLive(TEN, 10 * MINUTE, 30 * MINUTE, host -> stay.contains(host) ? AHEAD : 0);
    assertThat(script.last().end()).isLessThanOrEqualTo(START + 30 * MINUTE);
    assertThat(script.last().reported()).isEqualTo(7);
    assertThat(host(script.last(), "web-01").skewMillis())
        .isBetween(AHEAD - WINDOW, AHEAD + WINDOW);
    assertThat(host(script.last(), "web-10").skewMillis()).isZero();
  }

  @Test
  void shouldKeepTheSilentOnesKnownWhenItGoesBack() {
    script.hostsLive(TEN, 0, 10 * MINUTE, host -> AHEAD);
    script.hostsLive(TEN.subList(0, 9), 10 * MINUTE, 30 * MINUTE, host -> 0);
    assertThat(host(script.last(), "web-10").missedWindows()).isGreaterThan(2);
  }

  @Test
  void shouldNeverGoBackWithAMinority() {
    Set<String> slow = Set.of("web-01", "web-02", "web-03", "web-04");
    script.hostsLive(TEN, 0, 10 * MINUTE, host -> 0);
    script.hostsLive(TEN, 10 * MINUTE, 60 * MINUTE, host -> slow.contains(host) ? -AHEAD : 0);
    assertThat(ends(0)).isSorted().doesNotHaveDuplicates().endsWith(58L, 59L);
    assertThat(script.wentBack).isZero();
    assertThat(host(script.last(), "web-01").lateSamples()).isEqualTo(6);
    assertThat(host(script.last(), "web-10").lateSamples()).isZero();
  }

  @Test
  void shouldNotTakeABacklogForClocksThatWereSetBack() {
    // Seven of ten are cut off for an hour and then send what they kept, faster than it came.
    script.hostsLive(TEN, 0, 10 * MINUTE, host -> 0);
    List<String> live = TEN.subList(7, 10);
    script.hostsLive(live, 10 * MINUTE, 70 * MINUTE, host -> 0);
    List<String> cutOff = TEN.subList(0, 7);
    for (long at = 10 * MINUTE; at < 70 * MINUTE; at += 2 * MINUTE) {
      script.hostsSend(cutOff, at, at + 2 * MINUTE);
      script.hostsLive(live, 70 * MINUTE + at / 6, 70 * MINUTE + at / 6 + 10_000, host -> 0);
    }
    script.hostsLive(TEN, 85 * MINUTE, 95 * MINUTE, host -> 0);
    assertThat(ends(0)).isSorted().doesNotHaveDuplicates().contains(93L);
    assertThat(script.last().reported()).isEqualTo(10);
  }

  @Test
  void shouldNotTakeSamplesThatAreSentAgainForClocksThatWereSetBack() {
    script.hostsLive(TEN, 0, 60 * MINUTE, host -> 0);
    script.hostsSend(TEN, 0, 60 * MINUTE).ticksFor(30_000);
    script.hostsLive(TEN, 60 * MINUTE, 70 * MINUTE, host -> 0);
    assertThat(ends(0)).isSorted().doesNotHaveDuplicates().endsWith(69L, 70L);
  }

  @Test
  void shouldWaitForClocksThatWereSetBackByLessThanAnyClockMayBeOff() {
    script.hostsLive(TEN, 0, 10 * MINUTE, host -> 2 * MINUTE);
    script.hostsLive(TEN, 10 * MINUTE, 20 * MINUTE, host -> 0);
    assertThat(ends(0)).isSorted().doesNotHaveDuplicates().endsWith(19L, 20L);
  }

  @Test
  void shouldGoBackTheSameWayAfterARestartAtAnyMoment() {
    List<List<String>> transcripts = new ArrayList<>();
    for (GatheringScript told : List.of(script, new GatheringScript().restartingAlways())) {
      told.hostsLive(TEN, 0, 5 * MINUTE, host -> AHEAD);
      told.hostsLive(TEN, 5 * MINUTE, 20 * MINUTE, host -> host.equals("web-07") ? AHEAD : 0);
      transcripts.add(told.transcript());
    }
    assertThat(transcripts.get(1)).isEqualTo(transcripts.get(0)).hasSizeGreaterThan(10);
  }
}
