package io.peerwatch.detection.policy;

import io.peerwatch.detection.capacity.CapacityLimits;
import io.peerwatch.detection.capacity.CapacitySettings;
import io.peerwatch.detection.capacity.Tier;
import io.peerwatch.detection.capacity.Workload;
import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.state.StateVersionException;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.WindowSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Objects;

/**
 * All that a group's windows are made, judged and measured by.
 *
 * @param coresPerHost logical processors of a host that nobody tells; NaN when not known
 * @param runbookUrl where its alerts point to; empty for nowhere
 */
public record GroupSettings(
    WindowSettings window,
    DetectionSettings detection,
    CapacitySettings capacity,
    double coresPerHost,
    String runbookUrl) {

  private static final byte VERSION = 1;

  public GroupSettings {
    Objects.requireNonNull(runbookUrl, "runbookUrl");
    if (detection.windowMillis() != window.windowMillis()) {
      throw new IllegalArgumentException(
          "windows of %d ms cannot be judged as ones of %d ms"
              .formatted(window.windowMillis(), detection.windowMillis()));
    }
  }

  /** What holds where no policy says otherwise. */
  public static GroupSettings of(
      WindowSettings window, DetectionSettings detection, CapacitySettings capacity) {
    return new GroupSettings(window, detection, capacity, Double.NaN, "");
  }

  /** These, and what a policy says otherwise. */
  public GroupSettings with(Policy policy) {
    if (policy.isEmpty()) {
      return this;
    }
    WindowSettings windows =
        window.with(policy.windowMillis(), policy.graceMillis(), policy.forgetAfterMillis());
    DetectionSettings judging =
        detection
            .withWindowMillis(windows.windowMillis())
            .withMetrics(detection.metrics().with(policy.metrics()));
    if (policy.falseAlarmsPerWeek() != null) {
      judging = judging.withFalseAlarmsPerWeek(policy.falseAlarmsPerWeek());
    }
    if (policy.workMetric() != null) {
      judging = judging.withWorkMetric(policy.workMetric());
    }
    return new GroupSettings(
        windows,
        judging,
        capacity(policy),
        policy.coresPerHost() != null ? policy.coresPerHost() : coresPerHost,
        policy.runbookUrl() != null ? policy.runbookUrl() : runbookUrl);
  }

  private CapacitySettings capacity(Policy policy) {
    Tier tier = policy.tier() != null ? policy.tier() : capacity.tier();
    Workload workload = policy.workload() != null ? policy.workload() : capacity.workload();
    CapacityLimits usual =
        workload == capacity.workload() ? capacity.limits() : CapacityLimits.of(workload);
    return new CapacitySettings(
        tier,
        workload,
        policy.timeZone() != null ? policy.timeZone() : capacity.timeZone(),
        policy.capacity().applyTo(usual),
        policy.workMetric() != null ? policy.workMetric() : capacity.workMetric());
  }

  /** The window with the cores of hosts that do not tell them, where they are known. */
  public GroupWindow complete(GroupWindow window) {
    return Double.isNaN(coresPerHost)
        ? window
        : window.withMissing(MetricDictionary.CORES, host -> coresPerHost);
  }

  /** Writes all of it; {@link #read} makes the same of it. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    window.write(out);
    detection.write(out);
    out.writeUTF(capacity.tier().name());
    out.writeUTF(capacity.workload().name());
    out.writeUTF(capacity.timeZone().getId());
    CapacityLimits limits = capacity.limits();
    out.writeDouble(limits.loadPerCore());
    out.writeDouble(limits.ceiling());
    out.writeDouble(limits.cpu());
    out.writeDouble(limits.memory());
    out.writeDouble(limits.disk());
    out.writeDouble(limits.network());
    out.writeUTF(capacity.workMetric() == null ? "" : capacity.workMetric());
    out.writeDouble(coresPerHost);
    out.writeUTF(runbookUrl);
  }

  public static GroupSettings read(DataInput in) throws IOException {
    StateVersionException.requireKnown("a group's settings", in.readByte(), VERSION);
    WindowSettings window = WindowSettings.read(in);
    DetectionSettings detection = DetectionSettings.read(in);
    CapacitySettings capacity =
        new CapacitySettings(
            Tier.valueOf(in.readUTF()),
            Workload.valueOf(in.readUTF()),
            ZoneId.of(in.readUTF()),
            new CapacityLimits(
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble()),
            nullIfEmpty(in.readUTF()));
    return new GroupSettings(window, detection, capacity, in.readDouble(), in.readUTF());
  }

  private static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
