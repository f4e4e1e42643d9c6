package io.peerwatch.detection.capacity.fit;

import io.peerwatch.detection.capacity.CapacityLimits;
import io.peerwatch.detection.capacity.Unknown;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one host of a group carries, in requests per minute, as worked out when an hour was over.
 *
 * @param target at the target; NaN when not known
 * @param targetError its standard error; NaN when not known
 * @param ceiling at the ceiling, likewise
 * @param saturated where more load brings no more; NaN when never seen
 * @param targetReason why the target's is not known; empty when it is
 * @param ceilingReason likewise
 */
public record ServerCapacity(
    double target,
    double targetError,
    double ceiling,
    double ceilingError,
    double saturated,
    String targetReason,
    String ceilingReason) {
  private static final String TOO_EARLY = "less than an hour of requests is known";

  public static final ServerCapacity UNKNOWN =
      new ServerCapacity(
          Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, TOO_EARLY, TOO_EARLY);

  /**
   * Solves the history.
   *
   * @param unitsPerHost cores of a host of the median size, or 1 where none are told
   */
  public static ServerCapacity of(WorkHistory history, CapacityLimits limits, double unitsPerHost) {
    int cores = (int) Math.max(1, Math.rint(unitsPerHost));
    CapacityFit fit = new CapacityFit(history, limits, cores);
    Carried target = fit.atTarget();
    Carried ceiling = fit.atCeiling();
    double saturated = history.saturated();
    double perMinute = 60 * unitsPerHost;
    return new ServerCapacity(
        perMinute * least(target, saturated),
        perMinute * target.error(),
        perMinute * least(ceiling, saturated),
        perMinute * ceiling.error(),
        perMinute * saturated,
        target.reason(),
        ceiling.reason());
  }

  private static double least(Carried carried, double saturated) {
    if (!carried.known()) {
      return Double.NaN;
    }
    return saturated < carried.requests() ? saturated : carried.requests();
  }

  /** Says why figures are missing. */
  public void explain(Unknown unknown) {
    if (Double.isNaN(target)) {
      unknown.because(targetReason, "capacityRequestsPerMinute", "capacityRequestsPerMinuteError");
    }
    if (Double.isNaN(ceiling)) {
      unknown.because(
          ceilingReason,
          "capacityRequestsPerMinuteCeiling",
          "capacityRequestsPerMinuteCeilingError");
    }
    if (Double.isNaN(saturated)) {
      unknown.because("the group was never seen saturated", "saturatedRequestsPerMinute");
    }
  }

  public void write(DataOutput out) throws IOException {
    for (double value : new double[] {target, targetError, ceiling, ceilingError, saturated}) {
      out.writeDouble(value);
    }
    out.writeUTF(targetReason);
    out.writeUTF(ceilingReason);
  }

  public static ServerCapacity read(DataInput in) throws IOException {
    return new ServerCapacity(
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readUTF(),
        in.readUTF());
  }
}
