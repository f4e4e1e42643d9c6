package io.peerwatch.producers.agent.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A container's control group, version 2, in a folder. */
public final class ContainerTrees {
  private ContainerTrees() {}

  public static Containers limited(Path folder, double cores, long bytes) throws IOException {
    Files.writeString(folder.resolve("cgroup.controllers"), "cpu memory\n");
    Files.writeString(folder.resolve("cpu.max"), (long) (cores * 100_000) + " 100000\n");
    Files.writeString(folder.resolve("memory.max"), bytes + "\n");
    Files.writeString(folder.resolve("self"), "0::/\n");
    used(folder, 0, 0);
    return new Containers(new Cgroups(folder, folder.resolve("self")));
  }

  public static void used(Path folder, long cpuMicros, long bytes) throws IOException {
    Files.writeString(folder.resolve("cpu.stat"), "usage_usec " + cpuMicros + "\n");
    Files.writeString(folder.resolve("memory.current"), bytes + "\n");
  }
}
