package io.peerwatch.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.baseline.LearningSteps;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static final double KEPT = 1 - LearningSteps.steady(1.0 / 288, 14);

  private final Repeats repeats = new Repeats();

  RepeatsTest() {
    repeats.grow(1);
  }

  private void see(double... values) {
    for (double value : values) {
      repeats.add(new double[] {value}, 0, 1, true, KEPT);
    }
  }

  @Test
  void shouldCountRepetitionsUntilTheValueMoves() {
    see(1, 7, 7, 7);
    assertThat(repeats.run(0)).isEqualTo(2);
    see(7.0001);
    assertThat(repeats.run(0)).isZero();
    assertThat(repeats.longest(0)).isEqualTo(2);
  }

  @Test
  void shouldLearnNothingFromARunThatIsAFault() {
    see(1, 7, 7, 7);
    repeats.add(new double[] {8}, 0, 1, false, KEPT);
    assertThat(repeats.longest(0)).isZero();
  }

  @Test
  void shouldForgetHalfOfTheLongestRunInTwoWeeks() {
    see(1, 7, 7, 7, 7, 7, 8);
    for (int i = 0; i < 14 * 288; i++) {
      see(i);
    }
    assertThat(repeats.longest(0)).isBetween(1.95, 2.05);
  }

  @Test
  void shouldLetARunWaitWhileNothingIsReported() {
    see(7, 7, Double.NaN, 7);
    assertThat(repeats.run(0)).isEqualTo(2);
  }

  @Test
  void shouldCallAMetricSparseThatHardlyEverChanges() {
    for (int i = 0; i < 500; i++) {
      see(i % 100 == 0 ? 1 : 0);
    }
    assertThat(repeats.sparse(0)).isTrue();
    for (int i = 0; i < 5_000; i++) {
      see(i);
    }
    assertThat(repeats.sparse(0)).isFalse();
  }

  @Test
  void shouldGoOnToTheLastBitAfterItWasWrittenAndRead() throws IOException {
    see(1, 7, 7, 8, 8);
    var bytes = new ByteArrayOutputStream();
    repeats.write(new DataOutputStream(bytes));
    Repeats read = new Repeats();
    read.readInto(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    see(8, 9);
    read.add(new double[] {8}, 0, 1, true, KEPT);
    read.add(new double[] {9}, 0, 1, true, KEPT);
    assertThat(read.longest(0)).isEqualTo(repeats.longest(0)).isPositive();
    assertThat(read.rate(0)).isEqualTo(repeats.rate(0));
  }
}
