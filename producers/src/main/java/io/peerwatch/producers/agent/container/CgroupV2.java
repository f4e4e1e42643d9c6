package io.peerwatch.producers.agent.container;

import static io.peerwatch.producers.agent.container.CgroupFiles.line;
import static io.peerwatch.producers.agent.container.CgroupFiles.number;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A group of the unified hierarchy.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">the kernel's description</a>
 */
record CgroupV2(Path folder) implements Cgroup {
  private static final long NANOS_PER_MICRO = 1_000;

  /** Whether the folder is a group at all: the host's root has none of this. */
  boolean isThere() {
    return Files.exists(folder.resolve("cpu.max")) || Files.exists(folder.resolve("memory.max"));
  }

  /** {@code cpu.max}: the quota and the period, or {@code max} and the period. */
  @Override
  public OptionalDouble cpuLimit() {
    Optional<String[]> words = line(folder.resolve("cpu.max")).map(text -> text.split(" "));
    if (words.isEmpty() || words.get().length != 2) {
      return OptionalDouble.empty();
    }
    OptionalLong quota = number(words.get()[0]);
    OptionalLong period = number(words.get()[1]);
    return quota.isPresent() && period.orElse(0) > 0
        ? OptionalDouble.of((double) quota.getAsLong() / period.getAsLong())
        : OptionalDouble.empty();
  }

  @Override
  public OptionalLong cpuSet() {
    return line(folder.resolve("cpuset.cpus.effective"))
        .map(CgroupFiles::listed)
        .orElse(OptionalLong.empty());
  }

  @Override
  public OptionalLong cpuNanos() {
    OptionalLong micros = number(folder.resolve("cpu.stat"), "usage_usec");
    return micros.isPresent()
        ? OptionalLong.of(micros.getAsLong() * NANOS_PER_MICRO)
        : OptionalLong.empty();
  }

  @Override
  public OptionalLong memoryLimit() {
    return number(folder.resolve("memory.max"));
  }

  @Override
  public OptionalLong memoryUsed() {
    OptionalLong current = number(folder.resolve("memory.current"));
    long droppable = number(folder.resolve("memory.stat"), "inactive_file").orElse(0);
    return current.isPresent()
        ? OptionalLong.of(Math.max(0, current.getAsLong() - droppable))
        : current;
  }

  @Override
  public OptionalLong tasks() {
    return number(folder.resolve("pids.current"));
  }
}
