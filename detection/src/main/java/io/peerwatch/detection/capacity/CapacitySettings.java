package io.peerwatch.detection.capacity;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * How a group's room is measured in one window; another window may have other settings.
 *
 * @param tier what the group does
 * @param workload who causes its load
 * @param timeZone whose days and weeks its demand goes by
 * @param limits what it is steered to
 * @param workMetric metric that counts the hosts' work, a rate per second; null for the
 *     dictionary's, {@link #NO_WORK} for none
 */
public record CapacitySettings(
    Tier tier, Workload workload, ZoneId timeZone, CapacityLimits limits, String workMetric) {

  /** In place of a work metric: nothing counts the work. */
  public static final String NO_WORK = "none";

  /** For a group of which nothing is told: user-facing application servers in UTC. */
  public static final CapacitySettings DEFAULT = of(Tier.APPLICATION, Workload.USER_FACING);

  public CapacitySettings {
    Objects.requireNonNull(tier, "tier");
    Objects.requireNonNull(workload, "workload");
    Objects.requireNonNull(timeZone, "timeZone");
    Objects.requireNonNull(limits, "limits");
  }

  /** The usual limits of the workload, in UTC. */
  public static CapacitySettings of(Tier tier, Workload workload) {
    return new CapacitySettings(tier, workload, ZoneOffset.UTC, CapacityLimits.of(workload), null);
  }

  public CapacitySettings withTimeZone(ZoneId zone) {
    return new CapacitySettings(tier, workload, zone, limits, workMetric);
  }

  public CapacitySettings withLimits(CapacityLimits others) {
    return new CapacitySettings(tier, workload, timeZone, others, workMetric);
  }

  public CapacitySettings withWorkMetric(String metric) {
    return new CapacitySettings(tier, workload, timeZone, limits, metric);
  }
}
