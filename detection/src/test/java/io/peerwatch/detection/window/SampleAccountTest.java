package io.peerwatch.detection.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No sample vanishes: what was accepted is in a closed window, still open, or told as displaced.
 */
class SampleAccountTest {
  private static long pushedOutInAll;
  private static long forgottenInAll;

  private static final long HOUR = 3_600_000;

  static LongStream seeds() {
    return new SplittableRandom(20261123).longs(60);
  }

  /** One clock that jumps by hours in either direction, hosts that come and go, ticks. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldAccountForEverySampleWhateverTheClocksDo(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GatheringScript script = new GatheringScript();
    long pushedOut = 0;
    long forgotten = 0;
    long now = 0;
    int offered = 3_000;
    for (int i = 0; i < offered; i++) {
      now += random.nextInt(6_000);
      int host = random.nextInt(6);
      boolean jumps = host == 0 && random.nextInt(3) == 0;
      long skew = jumps ? random.nextLong(-2 * HOUR, 8 * HOUR) : 0;
      script.sample("h" + host + "-" + i / 1_000, now + skew, 0.5);
      if (random.nextInt(500) == 0) {
        script.ticksFor(random.nextInt(10) * 60_000L);
      }
      Displaced displaced = script.group().takeDisplaced();
      pushedOut += displaced.pushedOut();
      forgotten += displaced.forgotten();
    }
    pushedOutInAll += pushedOut;
    forgottenInAll += forgotten;
    long accepted = script.answers.get("ACCEPTED");
    long late = script.answers.getOrDefault("LATE", 0);
    long duplicate = script.answers.getOrDefault("DUPLICATE", 0);
    long closed =
        script.closed.stream()
            .flatMap(w -> w.hosts().stream())
            .mapToLong(HostWindow::samples)
            .sum();
    assertThat(accepted + late + duplicate).isEqualTo(offered);
    assertThat(closed + script.group().openSamples() + pushedOut + forgotten).isEqualTo(accepted);
  }

  @AfterAll
  static void bothWaysOfLosingAWindowWereAmongThem() {
    assertThat(pushedOutInAll).isPositive();
    assertThat(forgottenInAll).isPositive();
  }

  /** It was once taken into a window that nobody kept, so that it was neither judged nor late. */
  @Test
  void shouldCallASampleLateThatIsOlderThanAllWindowsThatAreKept() {
    GatheringScript script = new GatheringScript();
    script.sample("other", 0, 0.5);
    for (int window = 6; window >= 1; window--) { // backwards: it does not go on
      script.sample("ahead", window * GatheringScript.WINDOW, 0.5);
    }
    Acceptance answer =
        script
            .group()
            .offer(new Sample("web", "ahead", GatheringScript.START, Map.of("cpu", 1.0)), 0);
    assertThat(answer).isEqualTo(Acceptance.LATE);
    assertThat(script.group().openSamples()).isEqualTo(7);
  }
}
