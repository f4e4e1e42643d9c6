package io.peerwatch.producers.agent.container;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the control group that stands for the container.
 *
 * <p>Inside a container the tree that is mounted at /sys/fs/cgroup starts at the container's own
 * group, whereas the host's tree starts at the root, which has no limits. So when the top of the
 * tree can have limits, that is the container. Where the whole host's tree is shown instead, it is
 * the group of this process itself, but then nobody can tell a container from a service.
 */
final class Cgroups {
  private final Path tree;
  private final List<String> membership;

  /**
   * @param tree such as {@code /sys/fs/cgroup}
   * @param membership such as {@code /proc/self/cgroup}
   */
  Cgroups(Path tree, Path membership) {
    this.tree = tree;
    this.membership = CgroupFiles.lines(membership);
  }

  static Cgroups ofThisProcess() {
    return new Cgroups(Path.of("/sys/fs/cgroup"), Path.of("/proc/self/cgroup"));
  }

  /** The group at the top of the tree; empty when that is a host's root. */
  Optional<Cgroup> top() {
    if (isV2()) {
      var group = new CgroupV2(tree);
      return group.isThere() ? Optional.of(group) : Optional.empty();
    }
    var group = new CgroupV1(this::mount);
    boolean limited = group.memoryLimit().isPresent() || group.cpuLimit().isPresent();
    return limited ? Optional.of(group) : Optional.empty();
  }

  /** The group of this process; empty when this system shows none. */
  Optional<Cgroup> own() {
    if (isV2()) {
      var group = new CgroupV2(below(tree, path("")));
      return group.isThere() ? Optional.of(group) : top();
    }
    return Files.isDirectory(tree)
        ? Optional.of(new CgroupV1(controller -> below(mount(controller), path(controller))))
        : Optional.empty();
  }

  private boolean isV2() {
    return Files.exists(tree.resolve("cgroup.controllers"));
  }

  /** Where a controller is mounted, which may be together with another. */
  private Path mount(String controller) {
    for (String name : List.of(controller, "cpu,cpuacct", "cpuacct,cpu")) {
      boolean has = Arrays.asList(name.split(",")).contains(controller);
      if (has && Files.isDirectory(tree.resolve(name))) {
        return tree.resolve(name);
      }
    }
    return tree.resolve(controller);
  }

  /** This process's path for the controller; for the unified hierarchy that has no name. */
  private String path(String controller) {
    return membership.stream()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .filter(parts -> Arrays.asList(parts[1].split(",")).contains(controller))
        .map(parts -> parts[2])
        .findFirst()
        .orElse("/");
  }

  /** The path below the mount; the mount where the path is the host's, unknown in here. */
  private static Path below(Path mount, String path) {
    Path below = mount.resolve(path.replaceFirst("^/+", "")).normalize();
    return below.startsWith(mount) && Files.isDirectory(below) ? below : mount;
  }
}
