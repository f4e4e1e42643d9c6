package io.peerwatch.detection.verdict;

import static io.peerwatch.detection.laboratory.JudgeScript.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.laboratory.JudgeScript;
import org.junit.jupiter.api.Test;

class GroupJudgeTest {

  @Test
  void shouldNameTheOneHostWhoseCpuIsBusyWithinThreeWindows() {
    group("web")
        .hosts(30)
        .history(180)
        .expectNoFindings()
        .host(7)
        .cpu(0.97)
        .load(9.5)
        .closeWindows(3)
        .expect(GroupState.SUSPECTS)
        .expectLoneHost("web-07");
  }

  @Test
  void shouldBlameWhatIsOffAndSayWhatWasExpectedInTheUnit() {
    JudgeScript script =
        group("web").hosts(30).history(180).host(7).cpu(0.97).load(9.5).closeWindows(3);
    Finding finding = script.judgement().findings().get(0);
    assertThat(finding.evidence().subList(0, 2))
        .extracting(Evidence::metric)
        .containsExactlyInAnyOrder("system.cpu.utilization", "system.cpu.load_average.1m");
    Evidence load =
        finding.evidence().stream().filter(e -> e.unit().equals("{thread}")).findFirst().get();
    assertThat(load.observed()).isEqualTo(9.5);
    assertThat(load.expected()).isBetween(2.0, 2.8);
    assertThat(load.peerLow()).isLessThan(load.expected());
    assertThat(load.peerHigh()).isBetween(load.expected(), 5.0);
    assertThat(finding.evidence().stream().mapToDouble(Evidence::share).sum())
        .isLessThanOrEqualTo(1 + 1e-9);
  }

  @Test
  void shouldClearAHostThatRecovered() {
    group("web")
        .hosts(12)
        .history(180)
        .host(3)
        .cpu(0.97)
        .load(9.5)
        .closeWindows(20)
        .expectLoneHost("web-03")
        .recovers()
        .closeWindows(10)
        .expect(GroupState.NORMAL);
  }

  @Test
  void shouldKeepAFaultThatStaysApartForADay() {
    group("web")
        .hosts(12)
        .history(300)
        .host(3)
        .cpu(0.97)
        .load(9.5)
        .closeWindows(1440)
        .expectLoneHost("web-03");
  }

  @Test
  void shouldNotPageForADifferenceTooSmallToMatter() {
    group("web").hosts(12).history(300).host(3).memory(0.604).closeWindows(60).expectNoFindings();
  }

  @Test
  void shouldNotJudgeAHostAlone() {
    group("web").hosts(1).history(200).expectNotJudged(NotJudgedReason.NO_PEERS);
  }

  @Test
  void shouldSayThatItIsWarmingHoweverOddAHostIs() {
    group("web")
        .hosts(12)
        .history(30)
        .host(3)
        .cpu(0.99)
        .load(40)
        .closeWindows(5)
        .expectNotJudged(NotJudgedReason.WARMING)
        .expectNoFindings();
  }

  @Test
  void shouldNotCompareWhenMostOfTheGroupIsMissing() {
    JudgeScript script = group("web").hosts(4).history(120);
    script.host(0).silent().host(1).silent().host(2).silent().closeWindow();
    script.expectNotJudged(NotJudgedReason.TOO_FEW_REPORTED);
  }

  @Test
  void shouldCallAHostSilentAfterTwoMissedWindowsEvenWhileWarming() {
    group("web")
        .hosts(5)
        .history(20)
        .host(2)
        .silent()
        .closeWindow()
        .expectNoFindings()
        .closeWindow()
        .expectNotJudged(NotJudgedReason.WARMING)
        .expectOnly(Verdict.SILENT_HOST, "web-02");
  }

  @Test
  void shouldCallTheGroupSilentAndNotEachHost() {
    group("web")
        .hosts(5)
        .history(120)
        .allSilent()
        .closeWindow()
        .expect(GroupState.GROUP_SILENT)
        .expectNoFindings();
  }

  @Test
  void shouldFindASkewedClock() {
    group("web")
        .hosts(5)
        .history(120)
        .host(4)
        .skewed(90_000)
        .closeWindow()
        .expect(GroupState.SUSPECTS)
        .expectOnly(Verdict.SKEWED_CLOCK, "web-04");
  }

  /** All that it sends is of windows to come: in those that close it has no sample. */
  @Test
  void shouldFindAClockThatIsHoursAhead() {
    group("web")
        .hosts(5)
        .history(120)
        .host(4)
        .skewed(7_200_000)
        .silent()
        .closeWindow()
        .expectOnly(Verdict.SKEWED_CLOCK, "web-04");
  }

  @Test
  void shouldTakeNobodysClockForWrongWhoSendsWhatItCouldNotSendBefore() {
    group("web")
        .hosts(5)
        .history(120)
        .host(4)
        .skewed(-7_200_000)
        .silent()
        .closeWindow()
        .expectNoFindings();
  }

  @Test
  void shouldNameTheOddOneOfAPairWhenItsOwnPastDoes() {
    group("db")
        .hosts(2)
        .history(300)
        .host(1)
        .cpu(0.97)
        .load(9.5)
        .closeWindows(3)
        .expectLoneHost("db-01");
  }

  @Test
  void shouldReadObservedValuesEvenWhenNothingIsJudged() {
    GroupJudgement judgement = group("web").hosts(1).closeWindow().judgement();
    assertThat(judgement.readings()).hasSize(5);
    assertThat(judgement.readings().get(0).observed()[0]).isBetween(150.0, 250.0);
    assertThat(judgement.readings().get(0).expected()[0]).isNaN();
  }
}
