package io.peerwatch.detection.policy;

import static io.peerwatch.detection.policy.PolicyBookTest.budget;
import static io.peerwatch.detection.policy.PolicyBookTest.version;
import static io.peerwatch.detection.policy.PolicyBookTest.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.window.WindowPlan;
import io.peerwatch.detection.window.WindowSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SettingsPlanTest {
  private static final long MINUTE = 60_000;
  private static final long START = 1_800_000_000_000L; // a whole number of minutes, and of hours
  private static final GroupSettings DEFAULTS =
      GroupSettings.of(
          WindowSettings.defaults(), DetectionSettings.of(MINUTE), CapacitySettings.DEFAULT);

  @Test
  void shouldLetOldWindowsGoOnUntilANewOneCanStart() {
    WindowPlan plan = plan(version("*", 0, at(3) - 1, window(5 * MINUTE))).windows();
    assertThat(plan.windowEnd(at(2))).isEqualTo(at(3));
    assertThat(plan.windowEnd(at(4))).isEqualTo(at(5));
    assertThat(plan.windowStart(at(9))).isEqualTo(at(5));
    assertThat(plan.windowEnd(at(5))).isEqualTo(at(10));
  }

  @Test
  void shouldLeaveAWindowWholeThatBeganBefore() {
    PolicyBook book =
        PolicyBook.EMPTY
            .with(version("*", 0, PolicyVersion.ALWAYS, window(5 * MINUTE)))
            .with(version("*", 0, at(6), window(MINUTE)));
    WindowPlan plan = SettingsPlan.of(book, DEFAULTS, "web", START).windows();
    assertThat(plan.windowEnd(at(5))).isEqualTo(at(10));
    assertThat(plan.windowEnd(at(10))).isEqualTo(at(11));
  }

  /** A restart plans again, maybe when hosts that lag behind have come. */
  @Test
  void shouldNotMoveWhatWasDecidedWhenItIsAskedAgain() {
    PolicyBook book =
        PolicyBook.EMPTY.with(version("*", 0, PolicyVersion.ALWAYS, window(5 * MINUTE)));
    SettingsPlan decided =
        SettingsPlan.of(PolicyBook.EMPTY, DEFAULTS, "web", START)
            .replanned(book, DEFAULTS, "web", at(12));
    assertThat(decided.windows().windowEnd(at(14))).isEqualTo(at(15));
    for (int minute : new int[] {3, 12, 14, 15, 40}) {
      assertThat(decided.replanned(book, DEFAULTS, "web", at(minute))).isSameAs(decided);
    }
  }

  @Test
  void shouldCutTheLastOldWindowWhereLengthsDoNotFit() {
    WindowPlan plan =
        plan(
                version("*", 0, PolicyVersion.ALWAYS, window(7 * MINUTE)),
                version("*", 0, START, window(5 * MINUTE)))
            .windows();
    long first = plan.windowStart(START + 30 * MINUTE);
    assertThat(first % (5 * MINUTE)).isZero();
    assertSideBySide(plan, START - 60 * MINUTE, START + 60 * MINUTE);
  }

  @Test
  void shouldHoldFromTheFirstWindowThatHasNotBegunWhenAPolicyComesLate() {
    SettingsPlan before = SettingsPlan.of(PolicyBook.EMPTY, DEFAULTS, "web", START);
    PolicyBook book = PolicyBook.EMPTY.with(version("web", 0, at(-60), budget(9)));
    SettingsPlan plan = before.replanned(book, DEFAULTS, "web", at(4));
    assertThat(plan.at(at(3)).detection().falseAlarmsPerWeek()).isEqualTo(1);
    assertThat(plan.at(at(4)).detection().falseAlarmsPerWeek()).isEqualTo(9);
  }

  @Test
  void shouldPlanTheSameWheneverPoliciesBecomeKnownInTime() throws IOException {
    long seed = 20261123;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 2_000; round++) {
      PolicyBook book = PolicyBook.EMPTY;
      SettingsPlan step = SettingsPlan.of(book, DEFAULTS, "web", START);
      long known = START;
      for (int i = random.nextInt(5); i >= 0; i--) {
        long validFrom = known + random.nextLong(30 * MINUTE);
        book = book.with(random(random, validFrom));
        step = restarted(step.replanned(book, DEFAULTS, "web", step.windows().windowStart(known)));
        known += random.nextLong(10 * MINUTE);
        known = Math.max(known, START);
      }
      SettingsPlan whole = SettingsPlan.of(book, DEFAULTS, "web", START);
      String told = "seed " + seed + ", round " + round;
      assertSideBySide(step.windows(), START - 60 * MINUTE, START + 200 * MINUTE);
      for (long t = START - 60 * MINUTE; t < START + 200 * MINUTE; t += MINUTE) {
        assertThat(step.at(step.windows().windowStart(t)).window().windowMillis())
            .as(told)
            .isPositive();
      }
      assertThat(step.at(Long.MAX_VALUE / 2)).as(told).isEqualTo(whole.at(Long.MAX_VALUE / 2));
      assertThat(step.replanned(book, DEFAULTS, "web", at(500))).as(told).isEqualTo(step);
    }
  }

  private static PolicyVersion random(SplittableRandom random, long validFrom) {
    String pattern = random.nextBoolean() ? "*" : "web";
    return switch (random.nextInt(3)) {
      case 0 -> version(pattern, 0, validFrom, budget(1 + random.nextInt(3)));
      case 1 -> version(pattern, 0, validFrom, window((1 + random.nextInt(9)) * MINUTE));
      default -> version(pattern, 0, validFrom, Policy.NONE);
    };
  }

  private static SettingsPlan plan(PolicyVersion... versions) {
    PolicyBook book = PolicyBook.EMPTY;
    for (PolicyVersion version : versions) {
      book = book.with(version);
    }
    return SettingsPlan.of(book, DEFAULTS, "web", START);
  }

  private static SettingsPlan restarted(SettingsPlan plan) throws IOException {
    var bytes = new ByteArrayOutputStream();
    plan.write(new DataOutputStream(bytes));
    SettingsPlan read =
        SettingsPlan.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(read).isEqualTo(plan);
    return read;
  }

  private static void assertSideBySide(WindowPlan plan, long from, long to) {
    for (long start = plan.windowStart(from); start < to; start = plan.windowEnd(start)) {
      assertThat(plan.windowStart(start)).isEqualTo(start);
      assertThat(plan.windowStart(plan.windowEnd(start) - 1)).isEqualTo(start);
    }
  }

  private static long at(int minutes) {
    return START + minutes * MINUTE;
  }
}
