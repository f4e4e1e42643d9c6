package io.peerwatch.detection.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricDictionaryTest {

  private final MetricDictionary dictionary = MetricDictionary.standard();

  @Test
  void shouldKnowTheUnitOfCanonicalMetrics() {
    assertThat(dictionary.of("system.cpu.utilization").unit()).isEqualTo("1");
    assertThat(dictionary.of("system.network.io.receive").unit()).isEqualTo("By/s");
    assertThat(dictionary.of("system.cpu.load_average.5m").transform())
        .isEqualTo(Transform.PER_CORE);
  }

  @Test
  void shouldTreatAMountPointAsItsFilesystem() {
    MetricInfo info = dictionary.of("system.filesystem.utilization./var");
    assertThat(info.metric()).isEqualTo("system.filesystem.utilization./var");
    assertThat(info.unit()).isEqualTo("1");
  }

  @Test
  void shouldCompareUnknownMetricsButNotWhatDescribesAHost() {
    assertThat(dictionary.of("m7").compared()).isTrue();
    assertThat(dictionary.of("m7").unit()).isEmpty();
    assertThat(dictionary.of("system.cpu.logical.count").compared()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Transform.class)
  void shouldUndoEveryTransform(Transform transform) {
    for (double value : new double[] {0, 0.01, 0.2, 0.5, 0.97, 1}) {
      double there = transform.apply(value, 0.05);
      assertThat(transform.undo(there, 0.05)).isEqualTo(value, within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource(Transform.class)
  void shouldTellHowFastEveryTransformGrows(Transform transform) {
    for (double value : new double[] {0.01, 0.2, 0.5, 0.9}) {
      double step = 1e-6;
      double growth =
          (transform.apply(value + step, 0.05) - transform.apply(value - step, 0.05)) / (2 * step);
      assertThat(transform.slope(value, 0.05)).isEqualTo(growth, within(1e-5 * growth));
    }
  }
}
