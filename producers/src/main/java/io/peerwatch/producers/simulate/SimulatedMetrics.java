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

import java.util.List;
import java.util.stream.Stream;

/** Canonical names of the metrics that simulated hosts send. */
final class SimulatedMetrics {
  static final String PAGING = "system.paging.utilization";
  static final String PAGING_OPERATIONS = "system.paging.operations";
  static final String DISK_READ = "system.disk.io.read";
  static final String DISK_WRITE = "system.disk.io.write";
  static final String DISK_READ_OPERATIONS = "system.disk.operations.read";
  static final String DISK_WRITE_OPERATIONS = "system.disk.operations.write";
  static final String FILESYSTEM = "system.filesystem.utilization";
  static final String NETWORK_RECEIVE = "system.network.io.receive";
  static final String NETWORK_TRANSMIT = "system.network.io.transmit";
  static final String PROCESSES = "system.process.count";
  static final String UPTIME = "system.uptime";

  /** Those that a healthy host's values move in. */
  static final List<String> MOVING =
      List.of(
          REQUEST_RATE,
          LOAD_1M,
          LOAD_5M,
          LOAD_15M,
          CPU,
          MEMORY,
          MEMORY_USAGE,
          DISK_READ,
          DISK_WRITE,
          DISK_READ_OPERATIONS,
          DISK_WRITE_OPERATIONS,
          DISK_IO_TIME,
          NETWORK_RECEIVE,
          NETWORK_TRANSMIT,
          PROCESSES);

  /** All of them, in the order of CSV columns. The request rate is sent by tiers that serve. */
  static final List<String> ALL =
      Stream.concat(
              MOVING.stream(),
              Stream.of(CORES, MEMORY_LIMIT, PAGING, PAGING_OPERATIONS, FILESYSTEM, UPTIME))
          .toList();

  private SimulatedMetrics() {}
}
