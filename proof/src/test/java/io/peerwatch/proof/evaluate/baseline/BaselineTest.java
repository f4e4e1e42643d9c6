package io.peerwatch.proof.evaluate.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.proof.evaluate.detector.Detector;
import io.peerwatch.proof.evaluate.lab.GroupLife;
import io.peerwatch.proof.evaluate.lab.LabGroup;
import io.peerwatch.streams.score.Alarm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineTest {

  /** As the rules are written down: the same few numbers by hand. */
  @Test
  void shouldRankOneFarValueHighestByEveryRuleOfOneInstant() {
    double[] values = {10, 11, 9, 10.5, 30};
    for (MetricScorer rule : List.of(new MadRule(), new DbscanRule(), new EnvoyRule())) {
      double[] scores = new double[values.length];
      rule.score(values, scores);
      assertThat(scores[4]).as(rule.getClass().getSimpleName()).isGreaterThan(scores[2]);
      assertThat(scores[4]).isGreaterThan(scores[1]);
    }
    double[] scores = new double[values.length];
    new MadRule().score(values, scores);
    assertThat(scores[4]).isEqualTo(19.5 / (1.4826 * 0.5));
    new DbscanRule().score(values, scores);
    assertThat(scores[4]).isEqualTo(19 / (1.4826 * 0.5));
  }

  @Test
  void shouldLeaveGroupsOfEqualValuesUnjudged() {
    for (MetricScorer rule : List.of(new MadRule(), new DbscanRule(), new EnvoyRule())) {
      double[] scores = new double[3];
      rule.score(new double[] {5, 5, 5}, scores);
      assertThat(scores).containsOnly(0);
    }
  }

  /** The threshold is the lowest that the history allows, so in the history it is kept. */
  @ParameterizedTest
  @EnumSource
  void shouldRaiseNoMoreInItsHistoryThanTheBudgetAllows(Baseline baseline) {
    LabGroup group = LabGroup.withFaults(11, 4);
    int history = 1_200;
    Detector detector = baseline.detector(GroupLife.startOf(history), List.of(7.0));
    for (int w = 0; w < history + 300; w++) {
      detector.judge(group.next());
    }
    List<Alarm> alarms = detector.alarms(0, GroupLife.startOf(history + 300));
    // A day at seven a week is one; what other data brings is chance, yet not by the dozen.
    assertThat(alarms).hasSizeLessThan(25);
    assertThat(alarms).allMatch(alarm -> alarm.startMillis() >= GroupLife.startOf(history));
  }
}
