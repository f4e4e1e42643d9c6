package io.peerwatch.proof.evaluate.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.proof.evaluate.lab.Harmless;
import io.peerwatch.proof.evaluate.lab.LabGroup;
import org.junit.jupiter.api.Test;

class ResidualsTest {

  /** In spreads: of a group in which nothing is wrong about one, by root mean square. */
  @Test
  void shouldBeOfTheSizeOfTheirSpreads() {
    LabGroup group = LabGroup.with(Harmless.FLAG_METRIC, 9, 6);
    var residuals = new Residuals();
    double squares = 0;
    int known = 0;
    for (int w = 0; w < 3_000; w++) {
      double[][] rests = residuals.of(group.next());
      for (int m = 0; m < rests[0].length - 1 && w >= 2_000; m++) {
        squares += rests[0][m] * rests[0][m];
        known++;
      }
    }
    assertThat(Math.sqrt(squares / known)).isBetween(0.6, 1.6);
  }
}
