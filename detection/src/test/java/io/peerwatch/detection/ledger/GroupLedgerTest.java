package io.peerwatch.detection.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeBook;
import io.peerwatch.detection.episode.WindowEpisodes;
import io.peerwatch.detection.verdict.Calibration;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.verdict.Finding;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.GroupState;
import io.peerwatch.detection.verdict.NotJudgedReason;
import io.peerwatch.detection.verdict.Verdict;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupLedgerTest {
  private static final long HOUR = 3_600_000L;
  private static final long MONDAY = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final double BUDGET = 3;

  private final GroupLedger ledger = new GroupLedger("web");
  private final EpisodeBook book = new EpisodeBook("web");

  @Test
  void shouldPromiseThePartOfTheBudgetThatBelongsToTheTimeJudged() {
    for (int hour = 0; hour < 168; hour++) {
      step(ledger, MONDAY + hour * HOUR, hour < 84 ? GroupState.NOT_JUDGED : GroupState.NORMAL);
    }
    assertThat(ledger.weeks()).hasSize(1);
    assertThat(ledger.weeks().get(0).promised()).isCloseTo(BUDGET / 2, within(1e-9));
    assertThat(ledger.weeks().get(0).start()).isEqualTo(MONDAY);
    assertThat(ledger.weeks().get(0).end()).isEqualTo(MONDAY + 168 * HOUR);
  }

  @Test
  void shouldCountWhatWasOpenedOnceAndCallItUnjudged() {
    step(ledger, MONDAY, GroupState.NORMAL);
    List<LedgerEntry> opened = step(ledger, MONDAY + HOUR, GroupState.SUSPECTS, "a", "b");
    assertThat(opened).hasSize(1);
    assertThat(opened.get(0).week().raised()).isEqualTo(2);
    assertThat(opened.get(0).week().unjudged()).isEqualTo(2);
    assertThat(opened.get(0).week().realised()).isEqualTo(2);
    assertThat(step(ledger, MONDAY + 2 * HOUR, GroupState.SUSPECTS, "a", "b")).isEmpty();
    assertThat(step(ledger, MONDAY + 3 * HOUR, GroupState.NORMAL)).isEmpty();
    assertThat(ledger.weeks().get(0).raised()).isEqualTo(2);
  }

  @Test
  void shouldTellAtTheFirstJudgedWindowThenOnceADayAndWhenAWeekEnds() {
    List<LedgerEntry> told = new ArrayList<>();
    for (int hour = 0; hour < 2 * 168; hour++) {
      told.addAll(step(ledger, MONDAY + hour * HOUR, GroupState.NORMAL));
    }
    assertThat(told).hasSize(7 + 1 + 7);
    LedgerEntry over = told.get(7);
    assertThat(over.week().start()).isEqualTo(MONDAY);
    assertThat(over.week().promised()).isCloseTo(BUDGET, within(1e-9));
    assertThat(over.earlier()).isEmpty();
    assertThat(told.get(8).earlier()).containsExactly(over.week());
  }

  @Test
  void shouldStartWeeksOnMondaysWhateverTheTime() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      long end = (long) (random.nextDouble() * 4e12) - 1_000_000_000_000L;
      long start = WeekCount.startOf(end);
      var monday = Instant.ofEpochMilli(start).atZone(ZoneOffset.UTC);
      assertThat(monday.getDayOfWeek())
          .as("end %d, seed %d", end, seed)
          .isEqualTo(DayOfWeek.MONDAY);
      assertThat(start % 86_400_000L).isZero();
      assertThat(end - start).isBetween(1L, 7 * 86_400_000L);
    }
    assertThat(WeekCount.startOf(MONDAY)).isEqualTo(MONDAY - 7 * 86_400_000L);
    assertThat(WeekCount.startOf(MONDAY + 1)).isEqualTo(MONDAY);
  }

  @Test
  void shouldKeepAQuarterOfAYear() {
    for (int day = 0; day < 200; day++) {
      step(ledger, MONDAY + day * 24 * HOUR, GroupState.NORMAL);
    }
    assertThat(ledger.weeks()).hasSize(GroupLedger.WEEKS_MAX);
    assertThat(ledger.weeks().get(GroupLedger.WEEKS_MAX - 1).start())
        .isEqualTo(MONDAY + 28 * 7 * 24 * HOUR);
  }

  @Test
  void shouldGoOnAsIfNothingHadHappenedWhenWrittenAndRead() throws IOException {
    GroupLedger restarted = new GroupLedger("web");
    for (int hour = 0; hour < 400; hour++) {
      String[] hosts = hour % 50 == 7 ? new String[] {"a"} : new String[0];
      WindowEpisodes window = window(MONDAY + hour * HOUR, GroupState.SUSPECTS, hosts);
      assertThat(restarted.step(window)).isEqualTo(ledger.step(window));
      restarted = GroupLedger.read(new DataInputStream(new ByteArrayInputStream(bytes(restarted))));
      assertThat(bytes(restarted)).isEqualTo(bytes(ledger));
    }
  }

  private static byte[] bytes(GroupLedger ledger) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ledger.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private List<LedgerEntry> step(GroupLedger to, long start, GroupState state, String... lone) {
    return to.step(window(start, state, lone));
  }

  private WindowEpisodes window(long start, GroupState state, String... lone) {
    List<HostWindow> hosts = new ArrayList<>();
    for (String host : List.of("a", "b", "c")) {
      hosts.add(new HostWindow(host, new double[0], 1, 0, 0, 0));
    }
    List<Finding> findings = new ArrayList<>();
    for (String host : lone) {
      findings.add(new Finding(host, Verdict.LONE_HOST, 1.5, List.of(), 0, 0));
    }
    GroupJudgement judgement =
        new GroupJudgement(
            new GroupWindow("web", start, start + HOUR, List.of(), hosts, 0, false),
            state,
            state == GroupState.NOT_JUDGED ? NotJudgedReason.WARMING : null,
            3,
            1,
            1,
            findings,
            List.of(),
            List.of(),
            Calibration.NONE,
            List.of(),
            List.of(),
            DetectionSettings.of(HOUR).withFalseAlarmsPerWeek(BUDGET));
    List<Episode> changes = book.step(judgement);
    return new WindowEpisodes(judgement, changes);
  }
}
