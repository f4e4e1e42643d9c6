package io.peerwatch.producers.simulate;

import static io.peerwatch.detection.metric.MetricDictionary.CORES;
import static io.peerwatch.detection.metric.MetricDictionary.CPU;
import static io.peerwatch.detection.metric.MetricDictionary.DISK_IO_TIME;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_15M;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_1M;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_5M;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY_LIMIT;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY_USAGE;
import static io.peerwatch.detection.metric.MetricDictionary.REQUEST_RATE;

import java.util.HashMap;
import java.util.Map;

/**
 * What work does to a machine. Requests drive CPU, load, disk and network; what the CPU can't serve
 * is refused, and the queue before it grows as it nears saturation.
 *
 * <p>Tasks waiting for c cores that are busy to the share u are about u^√(2(c+1)) / (1 − u) in
 * number (Sakasegawa's approximation of the M/M/c queue).
 */
final class HostMachine {
  private static final double BUSY_SHARE_MAX = 0.97; // beyond it the queue has no mean
  private static final double WORK_SHARE_MIN = 0.2; // of the cores, which a hog can't take away
  private static final double IDLE_CORE_SHARE = 0.015;
  private static final double BYTES_PER_OPERATION = 16_384;
  private static final double SECONDS_PER_OPERATION = 0.0005;
  private static final double MEMORY_PER_BUSY_SHARE = 0.08;
  private static final double PAGING_STARTS_AT = 0.92;
  private static final double PAGES_PER_SHARE = 20_000;
  private static final double FILESYSTEM_GROWTH_PER_SECOND = 0.01 / 86_400;

  private final GroupSpec spec;
  private final TierModel tier;
  private final HostNature nature;
  private final LoadAverages load;
  private final double queueExponent;

  HostMachine(GroupSpec spec, HostNature nature, double stepSeconds) {
    this.spec = spec;
    this.tier = TierModel.of(spec.tier());
    this.nature = nature;
    this.load = new LoadAverages(stepSeconds);
    this.queueExponent = StrictMath.sqrt(2.0 * (spec.cores() + 1));
  }

  /**
   * The metrics of the next instant, in a map that the caller may change.
   *
   * @param busyShare share of the cores that the group's demand would keep busy on a mean host
   * @param seconds seconds since the scenario's start
   */
  Map<String, Double> advance(
      double busyShare, HostNoise.Draw noise, HostSituation situation, double seconds) {
    double asked = busyShare * nature.share() * noise.requests() * situation.demandFactor;
    double cost = nature.cost() * noise.cost();
    double room = Math.max(WORK_SHARE_MIN, 1 - situation.foreignCoresShare);
    double worked = Math.min(asked * cost, room);
    double units = worked / cost * spec.cores() / tier.coreSeconds();

    Map<String, Double> metrics = new HashMap<>(32);
    cpu(metrics, worked, noise.tick(), situation);
    memory(metrics, worked, noise.memory(), situation.leakedShare);
    disk(metrics, units * nature.disk() * noise.disk(), situation.diskBusyShare);
    double moved = units * nature.network() * noise.network();
    metrics.put(SimulatedMetrics.NETWORK_RECEIVE, whole(2_000 + moved * tier.receiveBytes()));
    metrics.put(SimulatedMetrics.NETWORK_TRANSMIT, whole(2_000 + moved * tier.transmitBytes()));
    metrics.put(SimulatedMetrics.PROCESSES, whole(tier.processes() * noise.processes()));
    metrics.put(SimulatedMetrics.UPTIME, whole(nature.uptimeSeconds() + seconds));
    metrics.put(
        SimulatedMetrics.FILESYSTEM,
        ratio(nature.filesystem() + seconds * FILESYSTEM_GROWTH_PER_SECOND));
    if (tier.servesRequests()) {
      metrics.put(REQUEST_RATE, rounded(units, 10));
    }
    return metrics;
  }

  private void cpu(
      Map<String, Double> metrics, double worked, double tick, HostSituation situation) {
    double busy = Math.min(1, IDLE_CORE_SHARE + worked + situation.foreignCoresShare);
    double queueing = Math.min(busy, BUSY_SHARE_MAX);
    double waiting = StrictMath.pow(queueing, queueExponent) / (1 - queueing);
    double blocked = situation.diskBusyShare * spec.cores() / 2; // Linux counts them as load
    load.add(Math.max(0, (busy * spec.cores() + waiting) * (1 + 0.1 * tick) + blocked));
    metrics.put(CORES, (double) spec.cores());
    metrics.put(CPU, ratio(busy + 0.004 * tick));
    metrics.put(LOAD_1M, rounded(load.oneMinute(), 100));
    metrics.put(LOAD_5M, rounded(load.fiveMinutes(), 100));
    metrics.put(LOAD_15M, rounded(load.fifteenMinutes(), 100));
  }

  private void memory(Map<String, Double> metrics, double worked, double noise, double leaked) {
    double wanted =
        tier.memoryShare() + nature.memory() + noise + MEMORY_PER_BUSY_SHARE * worked + leaked;
    double used = Math.max(0.02, Math.min(0.99, wanted));
    double paged = Math.max(0, Math.min(1, wanted - PAGING_STARTS_AT));
    metrics.put(MEMORY, ratio(used));
    metrics.put(MEMORY_USAGE, whole(used * spec.memoryBytes()));
    metrics.put(MEMORY_LIMIT, (double) spec.memoryBytes());
    metrics.put(SimulatedMetrics.PAGING, ratio(paged));
    metrics.put(SimulatedMetrics.PAGING_OPERATIONS, whole(paged * PAGES_PER_SHARE));
  }

  private void disk(Map<String, Double> metrics, double units, double lost) {
    double read = 1_000 + units * tier.readBytes();
    double write = 20_000 + units * tier.writeBytes();
    double operations = (read + write) / BYTES_PER_OPERATION;
    metrics.put(SimulatedMetrics.DISK_READ, whole(read));
    metrics.put(SimulatedMetrics.DISK_WRITE, whole(write));
    metrics.put(SimulatedMetrics.DISK_READ_OPERATIONS, rounded(read / BYTES_PER_OPERATION, 10));
    metrics.put(SimulatedMetrics.DISK_WRITE_OPERATIONS, rounded(write / BYTES_PER_OPERATION, 10));
    metrics.put(DISK_IO_TIME, ratio(operations * SECONDS_PER_OPERATION + lost));
  }

  private static double ratio(double value) {
    return rounded(Math.max(0, Math.min(1, value)), 10_000);
  }

  private static double whole(double value) {
    return Math.rint(value);
  }

  private static double rounded(double value, double parts) {
    return Math.rint(value * parts) / parts;
  }
}
