package io.peerwatch.producers.agent.container;

import static io.peerwatch.producers.agent.container.CgroupFiles.line;
import static io.peerwatch.producers.agent.container.CgroupFiles.number;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A group that each controller keeps in a hierarchy of its own.
 *
 * @param folders the group's folder by controller, such as {@code memory}
 */
record CgroupV1(Function<String, Path> folders) implements Cgroup {
  /** The kernel's largest number of bytes in whole pages stands for no limit. */
  private static final long NO_LIMIT_MIN = Long.MAX_VALUE / 2;

  @Override
  public OptionalDouble cpuLimit() {
    Path folder = folders.apply("cpu");
    OptionalLong quota = number(folder.resolve("cpu.cfs_quota_us")); // -1: none
    OptionalLong period = number(folder.resolve("cpu.cfs_period_us"));
    return quota.orElse(-1) > 0 && period.orElse(0) > 0
        ? OptionalDouble.of((double) quota.getAsLong() / period.getAsLong())
        : OptionalDouble.empty();
  }

  @Override
  public OptionalLong cpuSet() {
    return line(folders.apply("cpuset").resolve("cpuset.effective_cpus"))
        .or(() -> line(folders.apply("cpuset").resolve("cpuset.cpus")))
        .map(CgroupFiles::listed)
        .orElse(OptionalLong.empty());
  }

  @Override
  public OptionalLong cpuNanos() {
    return number(folders.apply("cpuacct").resolve("cpuacct.usage"));
  }

  @Override
  public OptionalLong memoryLimit() {
    OptionalLong limit = number(folders.apply("memory").resolve("memory.limit_in_bytes"));
    return limit.orElse(Long.MAX_VALUE) < NO_LIMIT_MIN ? limit : OptionalLong.empty();
  }

  @Override
  public OptionalLong memoryUsed() {
    Path folder = folders.apply("memory");
    OptionalLong current = number(folder.resolve("memory.usage_in_bytes"));
    long droppable = number(folder.resolve("memory.stat"), "total_inactive_file").orElse(0);
    return current.isPresent()
        ? OptionalLong.of(Math.max(0, current.getAsLong() - droppable))
        : current;
  }

  @Override
  public OptionalLong tasks() {
    return number(folders.apply("pids").resolve("pids.current"));
  }
}
