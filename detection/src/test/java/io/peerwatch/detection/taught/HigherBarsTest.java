package io.peerwatch.detection.taught;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HigherBarsTest {
  private static final long DAY = 86_400_000L;
  private final HigherBars bars = new HigherBars();

  @Test
  void shouldRaiseTheBarWithEachFalseAlarmUpToABoundAndOnBlamedMetricsOnly() {
    bars.raise("a", 0, new int[] {1, 3});
    assertThat(bars.factor(1)).isEqualTo(1.3);
    assertThat(bars.factor(3)).isEqualTo(1.3);
    assertThat(bars.factor(0)).isEqualTo(1);
    assertThat(bars.factor(7)).isEqualTo(1);
    bars.raise("b", 0, new int[] {1});
    assertThat(bars.factor(1)).isCloseTo(1.69, within(1e-12));
    for (int i = 0; i < 40; i++) {
      bars.raise("c" + i, 0, new int[] {1});
    }
    assertThat(bars.factor(1)).isEqualTo(HigherBars.MOST);
    assertThat(bars.all()).hasSize(16);
  }

  @Test
  void shouldLetHalfOfItFadeInFourWeeksAndAllOfItInTheEnd() {
    bars.raise("a", 0, new int[] {0});
    bars.refresh(28 * DAY);
    assertThat(bars.factor(0)).isCloseTo(Math.sqrt(1.3), within(1e-12));
    bars.refresh(56 * DAY);
    assertThat(bars.factor(0)).isCloseTo(Math.pow(1.3, 0.25), within(1e-12));
    bars.refresh(140 * DAY);
    assertThat(bars.none()).isTrue();
    assertThat(bars.factor(0)).isEqualTo(1);
  }

  @Test
  void shouldTakeBackOneFalseAlarmAndLeaveTheOthers() {
    bars.raise("a", 0, new int[] {0, 1});
    bars.raise("b", 5 * DAY, new int[] {1});
    HigherBars only = new HigherBars();
    only.raise("b", 5 * DAY, new int[] {1});
    assertThat(bars.takeBack("a", 6 * DAY)).isTrue();
    only.refresh(6 * DAY);
    assertThat(bars.factor(0)).isEqualTo(1);
    assertThat(bars.factor(1)).isEqualTo(only.factor(1));
    assertThat(bars.takeBack("a", 6 * DAY)).isFalse();
  }
}
