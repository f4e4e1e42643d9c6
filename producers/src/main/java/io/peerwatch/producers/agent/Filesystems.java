package io.peerwatch.producers.agent;

import io.peerwatch.schemas.topics.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import oshi.software.os.FileSystem;
import oshi.software.os.OSFileStore;

/** How full the machine's own writable filesystems are: the fullest, and each by its mount. */
final class Filesystems {
  private static final int MOUNTS_MAX = 20;

  private final FileSystem filesystem;
  private List<Mount> mounts = List.of();

  Filesystems(FileSystem filesystem) {
    this.filesystem = filesystem;
  }

  /** Where a filesystem hangs, and how full it is, 0..1. */
  record Mount(String path, double utilization) {
    /** Full as {@code df} counts: without what is reserved for the system. */
    static Mount of(String path, long totalBytes, long freeBytes, long usableBytes) {
      double used = totalBytes - freeBytes;
      return new Mount(path, used / (used + usableBytes));
    }
  }

  /** Asks the system, which takes longer than all the rest. */
  void find() {
    mounts =
        filesystem.getFileStores(true).stream()
            .filter(Filesystems::isWritable)
            .map(Filesystems::mount)
            .filter(mount -> Double.isFinite(mount.utilization()))
            .toList();
  }

  void read(Map<String, Double> gauges) {
    read(mounts, gauges);
  }

  /** The mount follows the name as a suffix where there are several. */
  static void read(List<Mount> mounts, Map<String, Double> gauges) {
    for (Mount mount : mounts) {
      gauges.merge(AgentMetrics.FILESYSTEM, mount.utilization(), Math::max);
    }
    Stream<Mount> named = mounts.size() > 1 ? mounts.stream().limit(MOUNTS_MAX) : Stream.of();
    named
        .filter(mount -> Names.isName(metric(mount)))
        .forEach(mount -> gauges.put(metric(mount), mount.utilization()));
  }

  private static String metric(Mount mount) {
    return AgentMetrics.FILESYSTEM + "." + mount.path();
  }

  private static boolean isWritable(OSFileStore store) {
    return Arrays.stream(store.getOptions().split(",")).noneMatch("ro"::equals);
  }

  private static Mount mount(OSFileStore store) {
    return Mount.of(
        store.getMount(), store.getTotalSpace(), store.getFreeSpace(), store.getUsableSpace());
  }
}
