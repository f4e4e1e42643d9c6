package io.peerwatch.detection.capacity.use;

import static io.peerwatch.detection.metric.MetricDictionary.CPU;
import static io.peerwatch.detection.metric.MetricDictionary.DISK_IO_TIME;
import static io.peerwatch.detection.metric.MetricDictionary.DISK_READ;
import static io.peerwatch.detection.metric.MetricDictionary.DISK_READ_OPERATIONS;
import static io.peerwatch.detection.metric.MetricDictionary.DISK_WRITE;
import static io.peerwatch.detection.metric.MetricDictionary.DISK_WRITE_OPERATIONS;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_1M;
import static io.peerwatch.detection.metric.MetricDictionary.LOAD_5M;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY;
import static io.peerwatch.detection.metric.MetricDictionary.NETWORK_LIMIT;
import static io.peerwatch.detection.metric.MetricDictionary.NETWORK_RECEIVE;
import static io.peerwatch.detection.metric.MetricDictionary.NETWORK_TRANSMIT;
import static io.peerwatch.detection.metric.MetricDictionary.NETWORK_UTILIZATION;

import io.peerwatch.detection.capacity.CapacityResource;
import java.util.Arrays;

/** How busy each judged host is, by resource. */
final class ResourceColumns {
  private final JudgedHosts hosts;
  private final double[] cores;

  /** By the resource's ordinal, once it was looked at. */
  private final HostValues[] found = new HostValues[CapacityResource.values().length];

  private final boolean[] looked = new boolean[found.length];

  ResourceColumns(JudgedHosts hosts, double[] cores) {
    this.hosts = hosts;
    this.cores = cores;
  }

  /** Ratios by host, for LOAD per core; null when no host tells. */
  HostValues of(CapacityResource resource) {
    int i = resource.ordinal();
    if (!looked[i]) {
      looked[i] = true;
      found[i] = look(resource);
    }
    return found[i];
  }

  private HostValues look(CapacityResource resource) {
    double[] column =
        switch (resource) {
          case LOAD -> loadPerCore();
          case CPU -> hosts.column(CPU);
          case MEMORY -> hosts.column(MEMORY);
          case DISK -> hosts.column(DISK_IO_TIME);
          case NETWORK -> network();
        };
    if (!JudgedHosts.any(column)) {
      return null;
    }
    return new HostValues(column, resource.compute() && weighable(column) ? cores : null);
  }

  private double[] loadPerCore() {
    double[] load = JudgedHosts.ratio(hosts.column(LOAD_1M), cores);
    return JudgedHosts.any(load) ? load : JudgedHosts.ratio(hosts.column(LOAD_5M), cores);
  }

  /** As told, else the busier direction over the bandwidth, where that is told. */
  private double[] network() {
    double[] told = hosts.column(NETWORK_UTILIZATION);
    if (JudgedHosts.any(told)) {
      return told;
    }
    double[] receive = hosts.column(NETWORK_RECEIVE);
    double[] transmit = hosts.column(NETWORK_TRANSMIT);
    double[] busier = new double[receive.length];
    Arrays.setAll(busier, i -> Math.max(receive[i], transmit[i]));
    return JudgedHosts.ratio(busier, hosts.column(NETWORK_LIMIT));
  }

  /** Cores weigh only where everybody who tells the value tells them. */
  private boolean weighable(double[] column) {
    for (int i = 0; i < column.length; i++) {
      if (!Double.isNaN(column[i]) && !(cores[i] > 0)) {
        return false;
      }
    }
    return true;
  }

  /** Share of the disks' operations that write, else of their bytes; NaN when neither is told. */
  double writeShare() {
    double operations = share(hosts.column(DISK_WRITE_OPERATIONS), DISK_READ_OPERATIONS);
    return Double.isNaN(operations) ? share(hosts.column(DISK_WRITE), DISK_READ) : operations;
  }

  private double share(double[] written, String readMetric) {
    double writes = new HostValues(written, null).mean();
    double reads = new HostValues(hosts.column(readMetric), null).mean();
    return writes + reads > 0 ? writes / (writes + reads) : Double.NaN;
  }
}
