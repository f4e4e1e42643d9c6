package io.peerwatch.proof.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.proof.evaluate.baseline.Baseline;
import io.peerwatch.schemas.progress.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A small evaluation: ours must be far above the controls, and the controls at the floor. */
class EvaluationTest {

  @Test
  void shouldPutOursFarAboveControlsThatKnowNothing() {
    var settings = new EvaluationSettings(20261122, List.of(6), 2, 3, true);
    Evaluation.Result result = new Evaluation(settings, Progress.NONE).run();
    var byDetector = result.faults().get(6);
    double ours = byDetector.get(Contest.OURS).recall();
    assertThat(ours).isGreaterThan(0.5);
    for (Baseline baseline : Baseline.values()) {
      Tally other = byDetector.get(baseline.title());
      assertThat(other.incidents()).isEqualTo(byDetector.get(Contest.OURS).incidents());
      if (baseline.isControl()) {
        assertThat(other.recall()).as(baseline.title()).isLessThan(0.3);
      }
    }
    assertThat(result.steps().recall()).isGreaterThan(0.5);
    assertThat(result.harmless()).hasSize(14);
  }
}
