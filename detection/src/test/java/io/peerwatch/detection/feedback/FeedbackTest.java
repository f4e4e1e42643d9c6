package io.peerwatch.detection.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeState;
import io.peerwatch.detection.episode.Resolution;
import io.peerwatch.detection.laboratory.Fault;
import io.peerwatch.detection.laboratory.FaultKind;
import io.peerwatch.detection.laboratory.Fleet;
import io.peerwatch.detection.laboratory.WatchedFleet;
import io.peerwatch.detection.taught.Opinion;
import io.peerwatch.detection.taught.TaughtItem;
import io.peerwatch.detection.verdict.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of feedback teaches; every case is named after its seed. */
class FeedbackTest {
  private static final long WINDOW = 300_000L;
  private static final long MONDAY = 1_767_571_200_000L;
  private static final int DAY = 288;
  private static final int FAULT = 5 * DAY;
  private static final int EVER = 1000 * DAY;
  private static final int HOST = 3;
  private static final String NAME = Fleet.host(HOST);
  private static final Set<Integer> SOME = Set.of(1, 2, 5);
  private static final Set<Integer> OTHERS = Set.of(3, 7);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {2, 3, 4})
  void shouldLearnAnAcknowledgedLevelUntilItIsNormal(long seed) {
    WatchedFleet watched = watched(seed, step(FAULT, EVER, 8, SOME));
    Episode alert = watched.runTo(FAULT).runToAlert(FAULT + 12);
    assertThat(watched.say(alert, Opinion.ACKNOWLEDGED)).isTrue();
    assertThat(watched.open()).hasSize(1);
    assertThat(watched.latest().week().confirmed()).isEqualTo(1);
    assertThat(watched.taught()).extracting(TaughtItem::kind).contains(Opinion.ACKNOWLEDGED);

    Episode end = endOf(watched, alert, FAULT + 14 * DAY);
    assertThat(end.resolution()).isEqualTo(Resolution.ACKNOWLEDGED);
    assertThat(end.resolvedAt() - alert.openedAt()).isGreaterThan(DAY / 4 * WINDOW);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldNotTakeARecoveryForALevelThatWasLearned(long seed) {
    int cured = FAULT + 40;
    WatchedFleet watched = watched(seed, step(FAULT, cured, 8, SOME));
    Episode alert = watched.runTo(FAULT).runToAlert(FAULT + 12);
    watched.say(alert, Opinion.ACKNOWLEDGED);
    Episode end = endOf(watched, alert, cured + 2 * DAY);
    assertThat(end.resolution()).isEqualTo(Resolution.RECOVERED);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldTakeAnExpectedChangeAsNormalAtOnceAndStillFindAFurtherOne(long seed) {
    int further = FAULT + DAY;
    WatchedFleet watched = watched(seed, step(FAULT, EVER, 8, SOME), step(further, EVER, 8, SOME));
    Episode alert = watched.runTo(FAULT).runToAlert(FAULT + 12);
    watched.runTo(watched.window() + 6).say(alert, Opinion.EXPECTED_CHANGE);
    assertThat(watched.last().state()).isEqualTo(EpisodeState.RESOLVED);
    assertThat(watched.last().resolution()).isEqualTo(Resolution.ACKNOWLEDGED);
    assertThat(watched.latest().week().confirmed()).isEqualTo(1);

    int changes = watched.changes.size();
    // What is not normal alerts again within an hour; over a whole day chance may alert, too.
    watched.runTo(watched.window() + 48);
    assertThat(ofHost(watched.changes.subList(changes, watched.changes.size()))).isEmpty();
    watched.runTo(further);
    assertThat(watched.runToAlert(further + 12).host()).isEqualTo(NAME);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldUndoAnExpectedChangeToTheLastBit(long seed) {
    WatchedFleet undone = watched(seed, step(FAULT, EVER, 8, SOME));
    WatchedFleet untold = watched(seed, step(FAULT, EVER, 8, SOME));
    Episode alert = undone.runTo(FAULT).runToAlert(FAULT + 12);
    untold.runTo(undone.window());
    undone.say(alert, Opinion.EXPECTED_CHANGE);
    assertThat(undone.taught()).extracting(TaughtItem::kind).contains(Opinion.EXPECTED_CHANGE);
    assertThat(undone.say(alert, null, undone.window() + 1)).isTrue();
    assertThat(undone.taught()).isEmpty();
    assertThat(undone.latest().week()).isEqualTo(untold.latest().week());
    undone.step();
    untold.step();
    assertThat(undone.expectedOf(NAME)).hasSize(8).isEqualTo(untold.expectedOf(NAME));
    undone.runTo(undone.window() + 24);
    assertThat(undone.open()).extracting(Episode::host).contains(NAME);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldRaiseTheBarOfWhatAFalseAlarmBlamedAndOfNothingElse(long seed) {
    Fault[] faults = {
      step(FAULT, FAULT + 30, 8, SOME), step(FAULT + DAY, FAULT + DAY + 30, 5, SOME)
    };
    WatchedFleet judged = watched(seed, faults);
    WatchedFleet silent = watched(seed, faults);
    Episode alert = judged.runTo(FAULT).runToAlert(FAULT + 12);
    judged.say(alert, Opinion.FALSE_ALARM);
    assertThat(judged.last().resolution()).isEqualTo(Resolution.ACKNOWLEDGED);
    assertThat(judged.latest().week().falseAlarms()).isEqualTo(1);
    assertThat(judged.taught())
        .isNotEmpty()
        .allSatisfy(
            bar -> {
              assertThat(bar.host()).isEqualTo(NAME);
              assertThat(bar.factor()).isCloseTo(1.3, within(1e-9));
              assertThat(alert.evidence()).extracting("metric").contains(bar.metric());
            });

    int said = judged.changes.size();
    silent.runTo(judged.window()).step();
    judged.step();
    for (int other = 0; other < 8; other++) {
      String name = Fleet.host(other);
      assertThat(other == HOST || judged.score(name) == silent.score(name)).as(name).isTrue();
    }
    judged.runTo(FAULT + 25);
    silent.runTo(FAULT + 25);
    assertThat(ofHost(judged.changes.subList(said, judged.changes.size()))).isEmpty();
    assertThat(judged.score(NAME)).isLessThan(silent.score(NAME));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldStillFindOtherMetricsAndMuchLargerFaultsAfterFalseAlarms(long seed) {
    int other = FAULT + DAY;
    int larger = FAULT + 2 * DAY;
    WatchedFleet watched =
        watched(
            seed,
            step(FAULT, FAULT + 30, 8, SOME),
            step(other, other + 30, 9, OTHERS),
            step(larger, larger + 30, 25, SOME));
    watched.say(watched.runTo(FAULT).runToAlert(FAULT + 12), Opinion.FALSE_ALARM);
    Episode others = watched.runTo(other).runToAlert(other + 12);
    assertThat(others.host()).isEqualTo(NAME);
    watched.say(others, Opinion.FALSE_ALARM);
    assertThat(watched.runTo(larger).runToAlert(larger + 6).host()).isEqualTo(NAME);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldUndoAFalseAlarmToTheLastBitOnceItsTroubleIsOver(long seed) {
    int cured = FAULT + 8;
    WatchedFleet undone = watched(seed, step(FAULT, cured, 9, SOME));
    WatchedFleet untold = watched(seed, step(FAULT, cured, 9, SOME));
    Episode alert = undone.runTo(FAULT).runToAlert(cured);
    undone.runTo(cured + 20);
    untold.runTo(cured + 20);
    undone.say(alert, Opinion.FALSE_ALARM);
    assertThat(undone.taught()).isNotEmpty();
    undone.say(alert, null, undone.window() + 1);
    assertThat(undone.taught()).isEmpty();
    for (int w = 0; w < 100; w++) {
      undone.step();
      untold.step();
      assertThat(undone.judgementText()).isEqualTo(untold.judgementText());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldLearnNothingTwiceAndNothingThatIsOlderThanWhatWasSaidLast(long seed) {
    WatchedFleet watched = watched(seed, step(FAULT, EVER, 8, SOME));
    Episode alert = watched.runTo(FAULT).runToAlert(FAULT + 12);
    assertThat(watched.say(alert, Opinion.FALSE_ALARM, 100)).isTrue();
    List<TaughtItem> once = watched.taught();
    assertThat(watched.say(alert, Opinion.FALSE_ALARM, 100)).isFalse();
    assertThat(watched.say(alert, Opinion.FALSE_ALARM, 200)).isFalse();
    assertThat(watched.say(alert, Opinion.EXPECTED_CHANGE, 150)).isFalse();
    assertThat(watched.taught()).isEqualTo(once);
    assertThat(watched.say(alert, Opinion.ACKNOWLEDGED, 300)).isTrue();
    assertThat(watched.taught()).isEmpty();
    assertThat(watched.latest().week().confirmed()).isEqualTo(1);
    assertThat(watched.latest().week().falseAlarms()).isZero();
    assertThat(watched.say(alert, null, 400)).isTrue();
    assertThat(watched.latest().week().unjudged()).isEqualTo(watched.latest().week().raised());
    assertThat(watched.say(alert, null, 500)).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldTakeASubgroupsExpectedChangeAsNormal(long seed) {
    WatchedFleet watched =
        watched(
            seed,
            12,
            new Fault(FaultKind.STEP, 1, FAULT, EVER, 8, SOME),
            new Fault(FaultKind.STEP, 2, FAULT, EVER, 8, SOME),
            new Fault(FaultKind.STEP, 3, FAULT, EVER, 8, SOME),
            new Fault(FaultKind.STEP, 4, FAULT, EVER, 8, SOME));
    watched.runTo(FAULT + 15);
    Episode alert =
        watched.open().stream()
            .filter(episode -> episode.verdict() == Verdict.SUBGROUP)
            .findFirst()
            .orElseThrow();
    watched.say(alert, Opinion.EXPECTED_CHANGE);
    int said = watched.changes.size();
    watched.runTo(FAULT + 60);
    assertThat(watched.changes.subList(said, watched.changes.size()))
        .filteredOn(change -> change.state() == EpisodeState.OPENED)
        .filteredOn(change -> change.host() == null || alert.hosts().contains(change.host()))
        .isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void shouldOnlyCountFeedbackOnSilence(long seed) {
    Fault silence = new Fault(FaultKind.SILENCE, HOST, FAULT, FAULT + 20, 1, Set.of());
    WatchedFleet watched = watched(seed, silence);
    Episode alert = watched.runTo(FAULT).runToAlert(FAULT + 12);
    assertThat(alert.verdict()).isEqualTo(Verdict.SILENT_HOST);
    watched.say(alert, Opinion.FALSE_ALARM);
    assertThat(watched.open()).hasSize(1);
    assertThat(watched.taught()).isEmpty();
    assertThat(watched.latest().week().falseAlarms()).isEqualTo(1);
    assertThat(endOf(watched, alert, FAULT + 40).resolution()).isEqualTo(Resolution.RECOVERED);
  }

  private static WatchedFleet watched(long seed, Fault... faults) {
    return watched(seed, 8, faults);
  }

  private static WatchedFleet watched(long seed, int hosts, Fault... faults) {
    Fleet fleet = new Fleet(seed, hosts, WINDOW, MONDAY);
    for (Fault fault : faults) {
      fleet.with(fault);
    }
    return new WatchedFleet(fleet, WINDOW);
  }

  private static Fault step(int from, int to, double spreads, Set<Integer> metrics) {
    return new Fault(FaultKind.STEP, HOST, from, to, spreads, metrics);
  }

  private static List<Episode> ofHost(List<Episode> changes) {
    return changes.stream().filter(change -> NAME.equals(change.host())).toList();
  }

  private static Episode endOf(WatchedFleet watched, Episode alert, int until) {
    while (watched.window() < until) {
      watched.step();
      for (Episode change : watched.changes) {
        if (change.alertId().equals(alert.alertId()) && change.resolution() != null) {
          return change;
        }
      }
    }
    throw new AssertionError("alert " + alert.alertId() + " is open still");
  }
}
