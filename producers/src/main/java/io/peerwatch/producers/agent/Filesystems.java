package io.peerwatch.producers.agent;

import io.peerwatch.schemas.topics.Names;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oshi.software.os.FileSystem;
import oshi.software.os.OSFileStore;

/** How full the machine's own writable filesystems are: the fullest, and each by its mount. */
final class Filesystems {
  private static final int MOUNTS_MAX = 20;

  private final Supplier<List<String>> finder;
  private List<String> paths = List.of();

  /**
   * @param finder tells where they are mounted; asked now and then
   */
  Filesystems(Supplier<List<String>> finder) {
    this.finder = finder;
  }

  /** This machine's, on whatever system OSHI knows. */
  static Filesystems of(FileSystem filesystem, boolean linux) {
    return new Filesystems(linux ? Filesystems::onLinux : () -> elsewhere(filesystem));
  }

  /** Where a filesystem hangs, and how full it is, 0..1. */
  record Mount(String path, double utilization) {
    /** Full as {@code df} counts: without what is reserved for the system. */
    static Mount of(String path, long totalBytes, long freeBytes, long usableBytes) {
      double used = totalBytes - freeBytes;
      return new Mount(path, used / (used + usableBytes));
    }
  }

  /** Looks for filesystems that were mounted or taken away. */
  void find() {
    paths = finder.get();
  }

  void read(Map<String, Double> gauges) {
    read(paths.stream().map(Filesystems::mount).toList(), gauges);
  }

  /** The mount follows the name as a suffix where there are several. */
  static void read(List<Mount> found, Map<String, Double> gauges) {
    List<Mount> mounts = found.stream().filter(m -> Double.isFinite(m.utilization())).toList();
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

  /** One that is gone, or may not be asked, has no size and falls out. */
  private static Mount mount(String path) {
    var file = new File(path);
    return Mount.of(path, file.getTotalSpace(), file.getFreeSpace(), file.getUsableSpace());
  }

  private static List<String> onLinux() {
    try {
      return LinuxMounts.find(LinuxMounts.TABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> elsewhere(FileSystem filesystem) {
    return filesystem.getFileStores(true).stream()
        .filter(store -> !Arrays.asList(store.getOptions().split(",")).contains("ro"))
        .map(OSFileStore::getMount)
        .sorted()
        .toList();
  }
}
