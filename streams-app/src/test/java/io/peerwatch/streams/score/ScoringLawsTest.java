package io.peerwatch.streams.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ScoringLawsTest {

  /** Table of Garwood's limits, as textbooks print it. */
  @Test
  void shouldKnowTheExactLimitsOfAPoissonMean() {
    assertInterval(0, 0, 3.689);
    assertInterval(1, 0.0253, 5.572);
    assertInterval(5, 1.623, 11.668);
    assertInterval(20, 12.217, 30.888);
    assertThatThrownBy(() -> PoissonInterval.of(-1)).hasMessageContaining("-1");
  }

  private static void assertInterval(int count, double low, double high) {
    PoissonInterval interval = PoissonInterval.of(count);
    assertThat(interval.low()).isEqualTo(low, within(5e-4));
    assertThat(interval.high()).isEqualTo(high, within(5e-4));
  }

  @Test
  void shouldGiveAConstantScorerTheShareOfLabelledPoints() {
    var points = new AveragePrecision();
    for (int i = 0; i < 1_000; i++) {
      points.add(3, i % 10 == 0);
    }
    assertThat(points.value()).isEqualTo(0.1, within(1e-12));
  }

  @Test
  void shouldAverageThePrecisionAtEachLabelledPoint() {
    var points = new AveragePrecision();
    points.add(0.9, true);
    points.add(0.8, false);
    points.add(0.7, true);
    points.add(Double.NaN, true);
    assertThat(points.value()).isEqualTo((1 + 2.0 / 3) / 2, within(1e-12));
    assertThat(new AveragePrecision().value()).isNaN();
  }

  @RepeatedTest(20)
  void shouldGiveARandomScorerAboutTheShareOfLabelledPoints() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var points = new AveragePrecision();
    for (int i = 0; i < 20_000; i++) {
      points.add(random.nextDouble(), random.nextInt(20) == 0);
    }
    assertThat(points.value()).as("seed %d", seed).isBetween(0.035, 0.07);
  }

  @Test
  void shouldBeSurerOfManyHostsThanOfFew() {
    HostBootstrap few = HostBootstrap.of(outcomes(4));
    HostBootstrap many = HostBootstrap.of(outcomes(100));
    assertThat(few.high() - few.low()).isGreaterThan(2 * (many.high() - many.low()));
    assertThat(many.low()).isLessThan(0.5);
    assertThat(many.high()).isGreaterThan(0.5);
    assertThat(HostBootstrap.of(outcomes(100))).isEqualTo(many);
    assertThat(HostBootstrap.of(List.of()).low()).isNaN();
  }

  private static List<AlarmScore.Outcome> outcomes(int hosts) {
    ScoreScript script = ScoreScript.scored();
    for (int host = 0; host < hosts; host++) {
      script.incident("web-" + host, 1_000 * host, 1_000 * host + 50);
      if (host % 2 == 0) {
        script.alarm("web-" + host, 1_000 * host, 1_000 * host + 50);
      }
    }
    return script.result().outcomes();
  }
}
