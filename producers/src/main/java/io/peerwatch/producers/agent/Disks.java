package io.peerwatch.producers.agent;

import static io.peerwatch.detection.metric.MetricDictionary.DISK_IO_TIME;
import static io.peerwatch.producers.agent.AgentMetrics.DISK_READ;
import static io.peerwatch.producers.agent.AgentMetrics.DISK_READ_OPERATIONS;
import static io.peerwatch.producers.agent.AgentMetrics.DISK_WRITE;
import static io.peerwatch.producers.agent.AgentMetrics.DISK_WRITE_OPERATIONS;

import io.peerwatch.producers.agent.rate.Counter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;

/**
 * The machine's disks; what is laid over others (volumes, RAID, loops, an NVMe's further paths)
 * would count twice. Partitions are not listed: their disk counts them.
 */
final class Disks {
  private static final Pattern LAID_OVER_OTHERS =
      Pattern.compile("(/dev/)?((dm-|md|loop|ram|zram|sr|fd|nbd|drbd)\\d+|nvme\\d+c\\d+n\\d+)");

  private final HardwareAbstractionLayer hardware;
  private List<HWDiskStore> disks = List.of();

  Disks(HardwareAbstractionLayer hardware) {
    this.hardware = hardware;
  }

  /** Looks for disks that were added or taken away. */
  void find() {
    disks = hardware.getDiskStores().stream().filter(disk -> isPhysical(disk.getName())).toList();
  }

  void read(Map<Counter, Double> counters) {
    for (HWDiskStore disk : disks) {
      if (disk.updateAttributes()) {
        String name = disk.getName();
        counters.put(new Counter(DISK_READ, name), (double) disk.getReadBytes());
        counters.put(new Counter(DISK_WRITE, name), (double) disk.getWriteBytes());
        counters.put(new Counter(DISK_READ_OPERATIONS, name), (double) disk.getReads());
        counters.put(new Counter(DISK_WRITE_OPERATIONS, name), (double) disk.getWrites());
        counters.put(new Counter(DISK_IO_TIME, name), disk.getTransferTime() / 1e3);
      }
    }
  }

  static boolean isPhysical(String name) {
    return !LAID_OVER_OTHERS.matcher(name).matches();
  }
}
