package io.peerwatch.proof.evaluate.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peerwatch.proof.evaluate.lab.Injection;
import io.peerwatch.proof.evaluate.lab.InjectionKind;
import io.peerwatch.proof.evaluate.lab.LabGroup;
import org.junit.jupiter.api.Test;

/** The yardstick at its ends: nothing to find, nothing that hides it, and between. */
class PerfectTestsTest {
  private static final long SEED = 20_261_123;
  private static final int HOSTS = 4;
  private static final double BUDGET = 3;
  private static final double WEEK_WINDOWS = 2016;

  private static BoundTally possible(LabGroup group, double budget) {
    var tests = new PerfectTests(group.truth(), HOSTS, budget, SEED);
    var tally = new BoundTally();
    group.truth().injections().forEach(fault -> tests.add(fault, tally));
    return tally;
  }

  @Test
  void shouldFindWhatDoesNothingAsOftenAsTheBudgetAllows() {
    LabGroup group = LabGroup.withSteps(SEED, HOSTS, 0, 2);
    Injection any = group.truth().injections().get(0);
    double perWindow = BUDGET / HOSTS / WEEK_WINDOWS;
    Found found = possible(group, BUDGET).mean();
    assertThat(found.told()).isCloseTo(perWindow * (any.to() - any.from() + 6), within(1e-9));
    assertThat(found.toldSoon()).isCloseTo(perWindow * 12, within(1e-9));
    assertThat(found.searched()).isLessThan(0.04);
  }

  @Test
  void shouldFindAllThatNoNoiseHidesAtOnce() {
    Found found = possible(LabGroup.withSteps(SEED, HOSTS, 200, 2), BUDGET).mean();
    assertThat(found.told()).isCloseTo(1, within(1e-9));
    assertThat(found.toldSoon()).isCloseTo(1, within(1e-9));
    assertThat(found.searched()).isCloseTo(1, within(1e-9));
    assertThat(found.searchedSoon()).isCloseTo(1, within(1e-9));
  }

  @Test
  void shouldFindLessTheLessIsKnownOrAllowed() {
    LabGroup group = LabGroup.withFaults(SEED, HOSTS, 1);
    BoundTally usual = possible(group, BUDGET);
    BoundTally strict = possible(group, BUDGET / 100);
    for (InjectionKind kind : InjectionKind.ANYWHERE) {
      double told = usual.mean(kind).told();
      assertThat(told).as("%s", kind).isBetween(0.5, 1.0);
      assertThat(told).as("%s", kind).isGreaterThanOrEqualTo(strict.mean(kind).told());
      assertThat(usual.mean(kind).searched()).as("%s", kind).isLessThan(told + 0.05);
    }
    assertThat(strict.mean().searched()).isLessThan(usual.mean().searched());
  }

  @Test
  void shouldKnowTheNormalDistribution() {
    assertThat(Gauss.above(0)).isCloseTo(0.5, within(1e-15));
    assertThat(Gauss.above(1.959963984540054)).isCloseTo(0.025, within(1e-12));
    assertThat(Gauss.above(2.5)).isCloseTo(0.006209665325776132, within(1e-12));
    assertThat(Gauss.above(6)).isCloseTo(9.865876450376946e-10, within(1e-20));
    assertThat(Gauss.quantileAbove(0.001)).isCloseTo(3.090232306167813, within(1e-9));
    assertThat(Gauss.quantileAbove(0.975)).isCloseTo(-1.959963984540054, within(1e-9));
  }
}
