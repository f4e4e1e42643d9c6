package io.peerwatch.detection.window;

import static io.peerwatch.detection.window.GatheringScript.START;
import static io.peerwatch.detection.window.GatheringScript.host;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who belongs to a group whether or not it is heard. */
class MembersTest {
  private static final List<String> HEARD = List.of("web-1", "web-2", "web-4");
  private static final long MINUTE = 60_000;

  private final GatheringScript script = new GatheringScript();

  @Test
  void shouldKnowAListedHostThatWasNeverHeardAndCountWhatItMisses() {
    script.list("web-3", "web-1").hostsSend(HEARD, 0, 4 * MINUTE);
    assertThat(script.closed).hasSizeGreaterThanOrEqualTo(3);
    for (int w = 0; w < 3; w++) {
      GroupWindow window = script.closed.get(w);
      assertThat(window.hosts())
          .extracting(HostWindow::host)
          .containsExactly("web-1", "web-2", "web-3", "web-4");
      assertThat(host(window, "web-3").missedWindows()).isEqualTo(w + 1);
      assertThat(host(window, "web-3").values()).containsOnly(Double.NaN);
      assertThat(host(window, "web-1").missedWindows()).isZero();
    }
  }

  @Test
  void shouldNotWaitForAHostThatWasNeverHeard() {
    script.list("web-3").hostsSend(HEARD, 0, 3 * MINUTE);
    // Closed by the last sample that can come, not by the grace.
    assertThat(script.last().start()).isEqualTo(START + 2 * MINUTE);
  }

  @Test
  void shouldTakeAHostInThatIsHeardAtLast() {
    script.list("web-3").hostsSend(HEARD, 0, 3 * MINUTE);
    script.hostsSend(List.of("web-1", "web-2", "web-3", "web-4"), 3 * MINUTE, 5 * MINUTE);
    assertThat(script.answers).doesNotContainKey("LATE");
    assertThat(host(script.last(), "web-3").missedWindows()).isZero();
    assertThat(host(script.last(), "web-3").samples()).isEqualTo(6);
  }

  @Test
  void shouldNotForgetAListedHostAndGoOnCounting() {
    script.list("web-4").hostsSend(HEARD, 0, 5 * MINUTE);
    script.hostsSend(HEARD.subList(0, 2), 5 * MINUTE, 80 * MINUTE);
    assertThat(host(script.last(), "web-4").missedWindows()).isEqualTo(75);
    script.end("web-4").hostsSend(HEARD.subList(0, 2), 80 * MINUTE, 82 * MINUTE);
    assertThat(script.last().hosts()).hasSize(2);
  }

  @Test
  void shouldForgetAtItsFirstMissedWindowWhoWasTakenFromTheList() {
    script.list("web-4").hostsSend(HEARD, 0, 5 * MINUTE).end("web-4");
    script.hostsSend(HEARD, 5 * MINUTE, 7 * MINUTE); // still sends, and counts
    assertThat(host(script.last(), "web-4").samples()).isEqualTo(6);
    script.hostsSend(HEARD.subList(0, 2), 7 * MINUTE, 10 * MINUTE);
    assertThat(script.last().hosts()).extracting(HostWindow::host).doesNotContain("web-4");
    assertThat(script.closed).allMatch(window -> missed(window, "web-4") < 2);
  }

  @Test
  void shouldGoOnTellingThatAListedGroupIsSilentUntilItIsTakenAway() {
    script.list("web-1", "web-2", "web-4").hostsSend(HEARD, 0, 5 * MINUTE);
    script.ticksFor(90 * MINUTE);
    GroupWindow silent = script.last();
    assertThat(silent.silence()).isTrue();
    assertThat(silent.start()).isGreaterThan(START + 85 * MINUTE); // far beyond the hour
    assertThat(silent.hosts()).hasSize(3);
    script.end("web-1", "web-2", "web-4").ticksFor(3 * MINUTE);
    assertThat(script.last().hosts()).isEmpty();
    int closed = script.closed.size();
    script.list("web-9").ticksFor(60 * MINUTE);
    assertThat(script.closed).hasSize(closed); // of whom nobody was heard, there is no time
  }

  @Test
  void shouldGiveAHostThatSendsSeldomTheTimeThatOthersTake() {
    script.list("web-3");
    for (long at = 0; at < 40 * MINUTE; at += 5 * MINUTE) {
      for (String each : HEARD) {
        script.sample(each, at + 1_000, 0.4);
      }
      script.ticksFor(5 * MINUTE);
    }
    assertThat(script.closed).hasSizeGreaterThan(5);
    assertThat(script.closed).allMatch(window -> missed(window, "web-1") == 0);
    assertThat(missed(script.closed.get(1), "web-3")).isZero();
    assertThat(missed(script.last(), "web-3")).isPositive();
  }

  static LongStream seeds() {
    return new SplittableRandom(20261123).longs(8);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldGoOnAfterARestartAsIfItHadNeverStopped(long seed) {
    GatheringScript restarted = new GatheringScript().restartingAlways();
    for (GatheringScript each : List.of(script, restarted)) {
      SplittableRandom random = new SplittableRandom(seed);
      for (long at = 0; at < 100 * MINUTE; at += 20_000) {
        String some = "web-" + random.nextInt(6);
        if (random.nextInt(20) == 0) {
          each.list(some);
        } else if (random.nextInt(20) == 0) {
          each.end(some);
        } else if (at / (30 * MINUTE) != 1) {
          each.hostsSend(HEARD, at, at + 20_000);
        }
        each.ticksFor(20_000);
      }
    }
    assertThat(restarted.transcript()).isEqualTo(script.transcript());
    assertThat(script.closed).anyMatch(window -> missed(window, "web-3") > 2);
  }

  private static int missed(GroupWindow window, String host) {
    return window.hosts().stream()
        .filter(each -> each.host().equals(host))
        .mapToInt(HostWindow::missedWindows)
        .findFirst()
        .orElse(0);
  }
}
