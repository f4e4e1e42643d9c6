package io.peerwatch.detection.metric;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a policy says of one metric. What is null stays as it was.
 *
 * @param unit UCUM unit of values and floor
 * @param floor smallest difference that matters, in the unit, at least 0; it takes the place of
 *     both floors of {@link MetricInfo}
 * @param ignore true leaves the metric out of the comparison, false takes it in
 */
public record MetricSettings(
    String metric, String unit, Double floor, Worse worse, Transform transform, Boolean ignore) {

  /** Floor of a logarithm where none is told: it has to be linear somewhere. */
  static final double LOG_FLOOR = 1;

  public MetricSettings {
    if (floor != null && !(floor >= 0 && floor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the floor of %s must be at least 0 and finite, not %s".formatted(metric, floor));
    }
  }

  /** Whether nothing is said but the name. */
  public boolean isEmpty() {
    return unit == null && floor == null && worse == null && transform == null && ignore == null;
  }

  /** These, and where they say nothing the ones below. */
  public MetricSettings over(MetricSettings below) {
    return new MetricSettings(
        metric,
        unit != null ? unit : below.unit,
        floor != null ? floor : below.floor,
        worse != null ? worse : below.worse,
        transform != null ? transform : below.transform,
        ignore != null ? ignore : below.ignore);
  }

  MetricInfo applyTo(MetricInfo info) {
    Transform how = transform != null ? transform : info.transform();
    boolean logarithm = how == Transform.LOG || how == Transform.PER_CORE;
    double least = floor != null ? floor : info.floor();
    return new MetricInfo(
        info.metric(),
        unit != null ? unit : info.unit(),
        info.family(),
        how,
        worse != null ? worse : info.worse(),
        logarithm && least == 0 ? LOG_FLOOR : least,
        floor != null ? 0 : info.relativeFloor(),
        ignore != null ? !ignore : info.compared());
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(metric);
    out.writeBoolean(unit != null);
    out.writeUTF(unit == null ? "" : unit);
    out.writeDouble(floor == null ? Double.NaN : floor);
    out.writeByte(worse == null ? -1 : worse.ordinal());
    out.writeByte(transform == null ? -1 : transform.ordinal());
    out.writeByte(ignore == null ? -1 : ignore ? 1 : 0);
  }

  static MetricSettings read(DataInput in) throws IOException {
    String metric = in.readUTF();
    boolean hasUnit = in.readBoolean();
    String unit = in.readUTF();
    double floor = in.readDouble();
    byte worse = in.readByte();
    byte transform = in.readByte();
    byte ignore = in.readByte();
    return new MetricSettings(
        metric,
        hasUnit ? unit : null,
        Double.isNaN(floor) ? null : (Double) floor,
        worse < 0 ? null : Worse.values()[worse],
        transform < 0 ? null : Transform.values()[transform],
        ignore < 0 ? null : (Boolean) (ignore == 1));
  }
}
