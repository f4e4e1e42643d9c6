package io.peerwatch.detection.taught;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * After an expected change a host learns faster for a while: the difference was measured over half
 * an hour or less, and how it goes with the time of day and the load has to be seen. Much faster,
 * and it would take noise for what is usual.
 *
 * <pre>
 *   factor = 1 + 4 / 2 ^ (age / 8 h)
 * </pre>
 */
final class Settling {

  private static final double FIRST = 4;
  private static final double HALF_LIFE_MILLIS = 8 * 3_600_000.0;

  /** Less than this on top makes no difference. */
  private static final double OVER = 0.1;

  private String alertId = "";
  private long since;
  private double factor = 1;

  void begin(String alert, long at) {
    alertId = alert;
    since = at;
    refresh(at);
  }

  void end(String alert) {
    if (alertId.equals(alert)) {
      alertId = "";
      factor = 1;
    }
  }

  void refresh(long now) {
    if (!alertId.isEmpty()) {
      double more = FIRST * StrictMath.pow(0.5, Math.max(0, now - since) / HALF_LIFE_MILLIS);
      factor = 1 + more;
      if (more < OVER) {
        end(alertId);
      }
    }
  }

  boolean lasts() {
    return !alertId.isEmpty();
  }

  /** How many times as fast it learns; 1 when nothing has to settle. */
  double factor() {
    return factor;
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(alertId);
    out.writeLong(since);
  }

  void readInto(DataInput in) throws IOException {
    alertId = in.readUTF();
    since = in.readLong();
  }
}
