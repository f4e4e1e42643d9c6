package io.peerwatch.detection.verdict;

import static io.peerwatch.detection.laboratory.WorkFleet.counted;
import static io.peerwatch.detection.laboratory.WorkFleet.withoutWork;
import static io.peerwatch.detection.laboratory.WorkFleet.workFleet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.detection.laboratory.WorkFleet;
import io.peerwatch.detection.metric.MetricDictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtEqualWorkTest {
  private static final String HOST = "web-2";

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void shouldNotFindAHostThatHasTwiceTheWorkAndTwiceTheLoad(long seed) {
    assertThat(workFleet(seed).days(4).work(2, 2).windows(36).found()).doesNotContain(HOST);
    assertThat(withoutWork(seed).days(4).work(2, 2).windows(36).found()).contains(HOST);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5, 6})
  void shouldFindAHostWhoseLoadDoublesWithTheUsualWork(long seed) {
    WorkFleet fleet = workFleet(seed).days(4).busier(2, 2).windows(6);
    assertThat(fleet.found()).contains(HOST);
    assertThat(finding(fleet).lostWork()).isNull();
    assertThat(finding(fleet).evidence().get(0).metric())
        .isIn(MetricDictionary.CPU, MetricDictionary.LOAD_1M);
  }

  /** Twice the work would explain twice the load, not four times. */
  @Test
  void shouldFindAHostWhoseLoadGrowsBeyondItsWork() {
    assertThat(workFleet(7).days(4).work(2, 1.5).busier(2, 1.8).windows(12).found()).contains(HOST);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {8, 9, 10})
  void shouldSayThatAHostLostItsTraffic(long seed) {
    WorkFleet fleet = workFleet(seed).days(4).work(2, 0.02).windows(4);
    assertThat(finding(fleet).lostWork()).isEqualTo(MetricDictionary.REQUEST_RATE);
    assertThat(fleet.open().get(0).summary())
        .startsWith("web-2 lost its traffic: ")
        .containsPattern("/s where [\\d.]+/s are expected beside its 5 peers; since ");
  }

  @Test
  void shouldNotFindAHostThatIsAlwaysIdle() {
    WorkFleet fleet = workFleet(11).work(2, 0.004).days(5);
    assertThat(fleet.windows(288).found()).doesNotContain(HOST);
  }

  /** Shares of next to nothing are wild; nobody is to be found by them. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {12, 13, 14, 15, 16})
  void shouldNotFindAnybodyInAGroupThatIsDrainedAtNight(long seed) {
    WorkFleet fleet = workFleet(seed).days(7);
    for (int night = 0; night < 3; night++) {
      fleet.allWork(0.003).windows(48);
      assertThat(fleet.findings()).as("night %d", night).isEmpty();
      fleet.allWork(1).windows(240);
    }
    fleet.allWork(0.003).work(2, 3).windows(48);
    assertThat(fleet.found()).doesNotContain(HOST);
  }

  @Test
  void shouldExpectWhatTheWorkBrings() {
    WorkFleet fleet = workFleet(13).days(4).work(2, 1.6).windows(12);
    MetricReadings cpu =
        fleet.judgement().readings().stream()
            .filter(readings -> readings.metric().equals(MetricDictionary.CPU))
            .findFirst()
            .orElseThrow();
    assertThat(cpu.expected()[2] / cpu.expected()[1]).isCloseTo(1.6, within(0.25));
    assertThat(cpu.low()[2]).isLessThan(cpu.observed()[2]);
    assertThat(cpu.high()[2]).isGreaterThan(cpu.observed()[2]);
  }

  @Test
  void shouldTakeAMetricThatTheSettingsName() {
    assertThat(counted(14, "jobs.done", "jobs.done").days(4).work(2, 2).windows(36).found())
        .doesNotContain(HOST);
    assertThat(counted(14, "jobs.done", null).days(4).work(2, 2).windows(36).found())
        .contains(HOST);
  }

  /** A name that nobody reports is no work metric, and judges as none does to the last bit. */
  @Test
  void shouldJudgeAsEverWithoutAWorkMetric() {
    WorkFleet unknown =
        counted(15, MetricDictionary.REQUEST_RATE, "no.such.metric").days(2).work(2, 2).windows(9);
    WorkFleet none = withoutWork(15).days(2).work(2, 2).windows(9);
    assertThat(unknown.judgement().findings()).isEqualTo(none.judgement().findings()).isNotEmpty();
    for (int i = 0; i < none.judgement().readings().size(); i++) {
      assertThat(unknown.judgement().readings().get(i).expected())
          .isEqualTo(none.judgement().readings().get(i).expected());
    }
  }

  private static Finding finding(WorkFleet fleet) {
    return fleet.findings().stream()
        .filter(finding -> finding.host().equals(HOST))
        .findFirst()
        .orElseThrow(() -> new AssertionError(HOST + " was not found"));
  }
}
