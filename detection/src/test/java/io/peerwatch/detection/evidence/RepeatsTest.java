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

  private final Repeats repeats = new Repeats(1);

  RepeatsTest() {
    repeats.grow(1);
  }

  private void see(double... values) {
    for (double value : values) {
      see(repeats, true, value);
    }
  }

  private static void see(Repeats repeats, boolean believed, double value) {
    repeats.begin();
    repeats.reports(0, believed, KEPT);
    repeats.add(0, new double[] {value});
  }

  @Test
  void shouldCountRepetitionsUntilTheValueMoves() {
    see(1, 7, 7, 7);
    assertThat(repeats.run(0, 0)).isEqualTo(2);
    see(7.0001);
    assertThat(repeats.run(0, 0)).isZero();
    assertThat(repeats.longest(0, 0)).isEqualTo(2);
  }

  @Test
  void shouldLearnNothingFromARunThatIsAFault() {
    see(1, 7, 7, 7);
    see(repeats, false, 8);
    assertThat(repeats.longest(0, 0)).isZero();
  }

  @Test
  void shouldForgetHalfOfTheLongestRunInTwoWeeks() {
    see(1, 7, 7, 7, 7, 7, 8);
    for (int i = 0; i < 14 * 288; i++) {
      see(i);
    }
    assertThat(repeats.longest(0, 0)).isBetween(1.95f, 2.05f);
  }

  @Test
  void shouldLetARunWaitWhileNothingIsReported() {
    see(7, 7, Double.NaN, 7);
    assertThat(repeats.run(0, 0)).isEqualTo(2);
  }

  @Test
  void shouldCallAMetricSparseThatHardlyEverChanges() {
    for (int i = 0; i < 500; i++) {
      see(i % 100 == 0 ? 1 : 0);
    }
    assertThat(repeats.sparse(0, 0)).isTrue();
    for (int i = 0; i < 5_000; i++) {
      see(i);
    }
    assertThat(repeats.sparse(0, 0)).isFalse();
  }

  @Test
  void shouldGoOnToTheLastBitAfterItWasWrittenAndRead() throws IOException {
    see(1, 7, 7, 8, 8);
    var bytes = new ByteArrayOutputStream();
    repeats.write(0, new DataOutputStream(bytes));
    Repeats read = new Repeats(1);
    read.grow(1);
    read.read(0, 1, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    see(8, 9);
    see(read, true, 8);
    see(read, true, 9);
    assertThat(read.longest(0, 0)).isEqualTo(repeats.longest(0, 0)).isPositive();
    assertThat(read.rate(0, 0)).isEqualTo(repeats.rate(0, 0));
  }
}
