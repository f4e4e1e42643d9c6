package io.peerwatch.proof.bench.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That the benchmark runs and tells something; how fast is nothing that a test can say. */
class JudgingBenchTest {

  /** Whoever measures on this machine at the same time is not disturbed by a look at it. */
  @BeforeAll
  static void shareTheMachine() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void shouldMeasureEachSizeAndTellOfIt() throws Exception {
    var settings = new JudgingBenchSettings(List.of(5, 30), List.of(5), 1, 50, 0, 100);
    List<JudgingFigures> heard = new ArrayList<>();
    List<JudgingFigures> all = new JudgingBench(settings).run(heard::add);
    assertThat(all).isEqualTo(heard).extracting(JudgingFigures::hosts).containsExactly(5, 30);
    assertThat(all)
        .allSatisfy(
            figures -> {
              assertThat(figures.valuesPerSecond()).isPositive();
              assertThat(figures.valuesPerSecondRead()).isPositive();
              assertThat(figures.ratioToMedianSelection()).isPositive();
            });
  }

  @Test
  void shouldSayWhatCannotBeMeasured() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JudgingBenchSettings(List.of(1), List.of(5), 1, 50, 0, 100))
        .withMessageContaining("2 hosts");
  }
}
