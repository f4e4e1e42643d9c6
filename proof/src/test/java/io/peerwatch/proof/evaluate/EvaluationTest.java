package io.peerwatch.proof.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.proof.evaluate.baseline.Baseline;
import io.peerwatch.proof.evaluate.detector.Peerwatch;
import io.peerwatch.proof.evaluate.lab.Harmless;
import io.peerwatch.schemas.progress.Progress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A small evaluation: ours must be far above the controls, and the controls at the floor. */
class EvaluationTest {
  private static final long SEED = 20_261_122;

  private static Evaluation.Result run(
      int hosts, int groups, boolean baselines, int threads, EvaluationPart... parts) {
    var settings =
        new EvaluationSettings(
            SEED, List.of(hosts), groups, List.of(3.0), baselines, threads, Set.of(parts), null);
    return new Evaluation(settings, Progress.NONE).run();
  }

  @Test
  void shouldPutOursFarAboveControlsThatKnowNothing() {
    Map<Entry, Tally> scores = run(6, 2, true, 2, EvaluationPart.FAULTS).faults().get(6);
    Tally ours = scores.get(new Entry(Peerwatch.TITLE, 3));
    assertThat(ours.found().value()).isGreaterThan(0.5);
    for (Baseline baseline : Baseline.values()) {
      Tally other = scores.get(new Entry(baseline.title(), 3));
      assertThat(other.found().of()).isEqualTo(ours.found().of());
      if (baseline.isControl()) {
        assertThat(other.found().value()).as(baseline.title()).isLessThan(0.3);
      }
    }
    Tally shifted = scores.get(new Entry(ShiftedLabels.TITLE, 3));
    assertThat(shifted.found().value()).isLessThan(0.3);
  }

  @Test
  void shouldNotDependOnTheNumberOfThreads() {
    Tally one = run(3, 3, false, 1, EvaluationPart.FAULTS).faults().get(3).get(ours());
    Tally three = run(3, 3, false, 3, EvaluationPart.FAULTS).faults().get(3).get(ours());
    assertThat(three.outcomes()).isEqualTo(one.outcomes());
    assertThat(three.falseAlarms()).isEqualTo(one.falseAlarms());
  }

  private static Entry ours() {
    return new Entry(Peerwatch.TITLE, 3);
  }

  @Test
  void shouldFindStrongFaultsMoreOftenThanWeakOnes() {
    Evaluation.Result result = run(4, 1, false, 2, EvaluationPart.STRENGTHS);
    result
        .strengths()
        .forEach(
            (size, tallies) ->
                assertThat(tallies.get(5).found().value())
                    .as("%d hosts", size)
                    .isGreaterThan(tallies.get(1).found().value()));
    assertThat(result.faults()).isEmpty();
    assertThat(result.steps().isEmpty()).isTrue();
  }

  @Test
  void shouldShowTheCurveAroundTheGoalForSteps() {
    StepCurve curve = run(4, 1, false, 2, EvaluationPart.STEPS).steps();
    assertThat(curve.of(new StepCurve.Cell(5, 4)).found().value()).isGreaterThan(0.9);
    assertThat(curve.of(new StepCurve.Cell(1, 1)).found().value()).isLessThan(0.3);
    long cells =
        curve.of(new StepCurve.Cell(3, 2)).found().of()
            + curve.of(new StepCurve.Cell(3, 3)).found().of()
            + curve.of(new StepCurve.Cell(3, 4)).found().of();
    assertThat(curve.goal().found().of()).isEqualTo(cells);
  }

  @Test
  void shouldCountAlarmsWhileNothingIsWrong() {
    List<HarmlessAlarms> all = run(4, 1, false, 2, EvaluationPart.HARMLESS).harmless();
    assertThat(all).hasSize(2 * Harmless.values().length);
    for (HarmlessAlarms alarms : all) {
      assertThat(alarms.allowed()).isEqualTo(6);
      if (alarms.change() == Harmless.IDENTICAL_HOSTS) {
        assertThat(alarms.ofHosts()).isZero();
      }
    }
  }

  @Test
  void shouldRefuseWhatCantBeEvaluated() {
    assertThatThrownBy(() -> run(1, 1, false, 1, EvaluationPart.STEPS)).hasMessageContaining("[1]");
    assertThatThrownBy(() -> run(2, 0, false, 1, EvaluationPart.STEPS))
        .hasMessageContaining("at least one group");
    assertThatThrownBy(() -> run(2, 1, false, 1)).hasMessageContaining("at least one part");
  }
}
