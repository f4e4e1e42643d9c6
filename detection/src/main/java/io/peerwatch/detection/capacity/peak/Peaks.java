package io.peerwatch.detection.capacity.peak;

import io.peerwatch.detection.capacity.CapacityResource;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The highest demand of the 23 hours, and of the 167, before the present one, by the resource's
 * ordinal; NaN where none is known.
 *
 * @param firstHour of which anything was heard
 * @param dayHours how many of the 23 are known
 * @param weekHours how many of the 167 are known
 */
public record Peaks(long firstHour, double[] day, double[] week, int[] dayHours, int[] weekHours) {

  void write(DataOutput out) throws IOException {
    out.writeLong(firstHour);
    for (int r = 0; r < day.length; r++) {
      out.writeDouble(day[r]);
      out.writeDouble(week[r]);
      out.writeShort(dayHours[r]);
      out.writeShort(weekHours[r]);
    }
  }

  static Peaks read(DataInput in) throws IOException {
    int resources = CapacityResource.values().length;
    long firstHour = in.readLong();
    Peaks peaks =
        new Peaks(
            firstHour,
            new double[resources],
            new double[resources],
            new int[resources],
            new int[resources]);
    for (int r = 0; r < resources; r++) {
      peaks.day[r] = in.readDouble();
      peaks.week[r] = in.readDouble();
      peaks.dayHours[r] = in.readShort();
      peaks.weekHours[r] = in.readShort();
    }
    return peaks;
  }
}
