package io.peerwatch.detection.capacity.fit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What serving requests took, from the group's own windows: by requests, for the curve of load over
 * them, and by load, for where more load brings no more requests. Half of it is forgotten in a
 * week, so that it follows what changes. At most 48 + 16 bins.
 */
public final class WorkHistory {
  private static final double HALF_LIFE_HOURS = 168;
  private static final double REQUESTS_RATIO = 1.06;
  private static final double LOAD_RATIO = Math.sqrt(2);
  private static final int REQUESTS_BINS = 48;
  private static final int LOAD_BINS = 16;
  private static final double LOAD_MIN = 0.25;
  private static final double CROWDED = 3; // times the ceiling: says nothing of what is below it

  private final Bins byRequests = new Bins(REQUESTS_RATIO, REQUESTS_BINS);
  private final Bins byLoad = new Bins(LOAD_RATIO, LOAD_BINS);

  /**
   * Takes a window.
   *
   * @param requestsPerUnit requests per second of a core (of a host where no cores are told); NaN
   *     and 0 say nothing
   * @param loadPerCore NaN where not told
   * @param cpu share of the processors in use; NaN where not told
   * @param ceiling of load per core
   */
  public void add(double requestsPerUnit, double loadPerCore, double cpu, double ceiling) {
    boolean busy = !Double.isNaN(loadPerCore) || !Double.isNaN(cpu);
    if (!(requestsPerUnit > 0) || !busy) {
      return;
    }
    if (Double.isNaN(loadPerCore) || loadPerCore <= CROWDED * ceiling) {
      byRequests.of(requestsPerUnit).add(requestsPerUnit, loadPerCore, cpu);
    }
    if (loadPerCore >= LOAD_MIN) {
      byLoad.of(loadPerCore).add(requestsPerUnit, loadPerCore, cpu);
    }
  }

  /** Forgets as much as so many hours are due. */
  public void forget(long hours) {
    double kept = StrictMath.pow(0.5, hours / HALF_LIFE_HOURS);
    byRequests.forget(kept);
    byLoad.forget(kept);
  }

  Points load() {
    return Points.ofLoad(byRequests.all());
  }

  Points cpu() {
    return Points.ofCpu(byRequests.all());
  }

  /** Requests per second of a unit beyond which load brings no more; NaN when never seen. */
  double saturated() {
    return Saturation.of(byLoad.all());
  }

  public void write(DataOutput out) throws IOException {
    byRequests.write(out);
    byLoad.write(out);
  }

  public static WorkHistory read(DataInput in) throws IOException {
    WorkHistory history = new WorkHistory();
    history.byRequests.read(in);
    history.byLoad.read(in);
    return history;
  }
}
