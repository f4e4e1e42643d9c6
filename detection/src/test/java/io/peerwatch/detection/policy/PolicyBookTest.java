package io.peerwatch.detection.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.capacity.Tier;
import io.peerwatch.detection.capacity.Workload;
import io.peerwatch.detection.metric.MetricSettings;
import io.peerwatch.detection.metric.Transform;
import io.peerwatch.detection.metric.Worse;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.window.WindowSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyBookTest {
  private static final GroupSettings DEFAULTS =
      GroupSettings.of(
          WindowSettings.defaults(), DetectionSettings.of(60_000), CapacitySettings.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    "*, web, true",
    "web, web, true",
    "web, web-1, false",
    "web-*, web-1, true",
    "web-*, web-, true",
    "*-eu, web-eu, true",
    "*-eu, web-eu-1, false",
    "w*b*1, web-a-b-11, true",
    "w*b*2, web-a-b-11, false",
    "w.b, web, false",
    "**, x, true"
  })
  void shouldMatchNames(String pattern, String group, boolean matches) {
    assertThat(new PolicyVersion(pattern, 0, 0, Policy.NONE).matches(group)).isEqualTo(matches);
  }

  @Test
  void shouldLayHigherOrdersOverLowerOnesFieldByFieldAndTheStarUnderAll() {
    PolicyBook book =
        PolicyBook.EMPTY
            .with(version("*", 99, 0, budget(1).over(tier(Tier.CACHE))))
            .with(version("web-*", 2, 0, budget(2)))
            .with(version("*-eu", 1, 0, budget(3).over(runbook("eu"))));

    Policy policy = book.policyOf("web-eu", 0);
    assertThat(policy.falseAlarmsPerWeek()).isEqualTo(2);
    assertThat(policy.runbookUrl()).isEqualTo("eu");
    assertThat(policy.tier()).isEqualTo(Tier.CACHE);
    assertThat(book.policyOf("db", 0).falseAlarmsPerWeek()).isEqualTo(1);
  }

  @Test
  void shouldLayMetricsOverOneAnotherFieldByField() {
    var below = new MetricSettings("cpu", "1", 0.1, Worse.UP, null, null);
    var above = new MetricSettings("cpu", null, 0.2, null, Transform.LOG, null);
    PolicyBook book =
        PolicyBook.EMPTY
            .with(version("*", 0, 0, metrics(below)))
            .with(version("w", 1, 0, metrics(above)));
    assertThat(book.policyOf("w", 0).metrics())
        .containsExactly(new MetricSettings("cpu", "1", 0.2, Worse.UP, Transform.LOG, null));
  }

  @Test
  void shouldTakeTheVersionWrittenLastAmongThoseThatAreValid() {
    PolicyBook book =
        PolicyBook.EMPTY
            .with(version("w", 0, 100, budget(1)))
            .with(version("w", 0, 500, budget(2)))
            .with(version("w", 0, 300, budget(3)));
    assertThat(book.policyOf("w", 99)).isEqualTo(Policy.NONE);
    assertThat(book.policyOf("w", 100).falseAlarmsPerWeek()).isEqualTo(1);
    assertThat(book.policyOf("w", 300).falseAlarmsPerWeek()).isEqualTo(3);
    assertThat(book.policyOf("w", 500).falseAlarmsPerWeek()).isEqualTo(3); // written after it
  }

  @Test
  void shouldEndWithAVersionThatSaysNothing() {
    PolicyBook book =
        PolicyBook.EMPTY.with(version("w", 0, 0, budget(2))).with(version("w", 0, 50, Policy.NONE));
    assertThat(book.inForce("w", 49)).hasSize(1);
    assertThat(book.inForce("w", 50)).isEmpty();
    assertThat(DEFAULTS.with(book.policyOf("w", 50))).isEqualTo(DEFAULTS);
  }

  @Test
  void shouldTakeUsualLimitsOfTheWorkloadUnlessTheyAreSaid() {
    Policy bot = workload(Workload.BOT);
    assertThat(DEFAULTS.with(bot).capacity().limits().loadPerCore()).isEqualTo(0.9);
    CapacityTargets said = new CapacityTargets(0.7, null, null, null, null, null);
    Policy both = capacity(said).over(bot);
    assertThat(DEFAULTS.with(both).capacity().limits().loadPerCore()).isEqualTo(0.7);
    assertThat(DEFAULTS.with(both).capacity().limits().cpu()).isEqualTo(0.9);
  }

  @Test
  void shouldRefuseWhatIsOutOfRange() {
    assertThatThrownBy(() -> window(999)).hasMessageContaining("window must be 1 to 86400 seconds");
    assertThatThrownBy(() -> budget(0)).hasMessageContaining("falseAlarms must be above 0");
    assertThatThrownBy(() -> budget(Double.NaN)).hasMessageContaining("falseAlarms");
    assertThatThrownBy(() -> runbook("a\nb")).hasMessageContaining("runbook must be one line");
    assertThatThrownBy(() -> new CapacityTargets(null, null, 1.5, null, null, null))
        .hasMessage("capacity.cpu must be above 0 and at most 1, not 1.5");
    assertThatThrownBy(() -> new MetricSettings("m", null, -1.0, null, null, null))
        .hasMessageContaining("floor of m");
  }

  static PolicyVersion version(String pattern, int order, long validFrom, Policy policy) {
    return new PolicyVersion(pattern, order, validFrom, policy);
  }

  static Policy window(long millis) {
    return policy(millis, null, null, null, null, List.of(), CapacityTargets.NONE);
  }

  static Policy budget(double perWeek) {
    return policy(null, perWeek, null, null, null, List.of(), CapacityTargets.NONE);
  }

  private static Policy tier(Tier tier) {
    return policy(null, null, tier, null, null, List.of(), CapacityTargets.NONE);
  }

  private static Policy workload(Workload workload) {
    return policy(null, null, null, workload, null, List.of(), CapacityTargets.NONE);
  }

  private static Policy runbook(String url) {
    return policy(null, null, null, null, url, List.of(), CapacityTargets.NONE);
  }

  private static Policy metrics(MetricSettings... metrics) {
    return policy(null, null, null, null, null, List.of(metrics), CapacityTargets.NONE);
  }

  private static Policy capacity(CapacityTargets targets) {
    return policy(null, null, null, null, null, List.of(), targets);
  }

  private static Policy policy(
      Long window,
      Double budget,
      Tier tier,
      Workload workload,
      String runbook,
      List<MetricSettings> metrics,
      CapacityTargets capacity) {
    return new Policy(
        window, null, null, budget, tier, workload, null, null, null, runbook, metrics, capacity);
  }
}
