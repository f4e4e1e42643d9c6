package io.peerwatch.streams.run;

import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.policy.GroupSettings;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.streams.intake.SampleRules;
import io.peerwatch.streams.reject.RejectStage;
import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.window.TickSettings;

/** Everything that the pipeline's steps are told, one component a step. */
public record FleetSettings(
    String prefix,
    SampleRules rules,
    WindowSettings window,
    TickSettings ticking,
    DetectionSettings detection,
    CapacitySettings capacity,
    StateStores stores) {

  /**
   * The defaults around what users set.
   *
   * @param partitions of the samples topic
   */
  public static FleetSettings of(
      String prefix,
      WindowSettings window,
      double falseAlarmsPerWeek,
      int partitions,
      StateStores stores) {
    return new FleetSettings(
        prefix,
        new SampleRules(SampleRules.METRICS_MAX, partitions),
        window,
        TickSettings.defaults(),
        DetectionSettings.of(window.windowMillis()).withFalseAlarmsPerWeek(falseAlarmsPerWeek),
        CapacitySettings.DEFAULT,
        stores);
  }

  /**
   * @param metric counts the hosts' work; null for the dictionary's, {@link
   *     DetectionSettings#NO_WORK} for none
   */
  public FleetSettings withWorkMetric(String metric) {
    return new FleetSettings(
        prefix,
        rules,
        window,
        ticking,
        detection.withWorkMetric(metric),
        capacity.withWorkMetric(metric),
        stores);
  }

  public FleetSettings withTicking(TickSettings ticks) {
    return new FleetSettings(prefix, rules, window, ticks, detection, capacity, stores);
  }

  /** Refused records listed of a partition in a span; a backtest has no broker to flood. */
  int rejectsListedMax() {
    return stores == StateStores.CHANGELOGGED ? RejectStage.LISTED_MAX : Integer.MAX_VALUE;
  }

  /** What holds for a group of which no policy says otherwise. */
  public GroupSettings defaults() {
    return GroupSettings.of(window, detection, capacity);
  }
}
