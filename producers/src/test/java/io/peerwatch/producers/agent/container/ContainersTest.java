package io.peerwatch.producers.agent.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees of control groups as the kernel lays them out. */
class ContainersTest {
  private static final double HOST_CORES = 8;
  private static final double HOST_BYTES = 16e9;

  @TempDir private Path folder;

  @Test
  void shouldReadAContainerOfVersionTwo() throws IOException {
    file("fs/cgroup.controllers", "cpuset cpu io memory pids");
    file("fs/cpu.max", "150000 100000");
    file("fs/cpuset.cpus.effective", "0-3");
    file("fs/cpu.stat", "usage_usec 2500000\nuser_usec 2000000\nsystem_usec 500000");
    file("fs/memory.max", "1000000000");
    file("fs/memory.current", "700000000");
    file("fs/memory.stat", "anon 400000000\nfile 300000000\ninactive_file 200000000");
    file("fs/pids.current", "17");
    member("0::/");
    ContainerReading container = containers().limited(HOST_CORES, HOST_BYTES).orElseThrow();
    assertThat(container.cores(HOST_CORES)).isEqualTo(1.5);
    assertThat(container.cpuSeconds()).hasValue(2.5);
    assertThat(container.memory(HOST_BYTES))
        .isEqualTo(
            Map.of(
                "system.memory.usage", 5e8,
                "system.memory.limit", 1e9,
                "system.memory.utilization", 0.5));
    assertThat(container.tasks()).hasValue(17);
    assertThat(container.attributes())
        .isEqualTo(Map.of("cpu.limit", "1.5", "memory.limit", "1000000000"));
  }

  @Test
  void shouldReadAContainerOfVersionOne() throws IOException {
    file("fs/cpu,cpuacct/cpu.cfs_quota_us", "200000");
    file("fs/cpu,cpuacct/cpu.cfs_period_us", "100000");
    file("fs/cpu,cpuacct/cpuacct.usage", "4000000000");
    file("fs/cpuset/cpuset.effective_cpus", "0,2");
    file("fs/memory/memory.limit_in_bytes", "2000000000");
    file("fs/memory/memory.usage_in_bytes", "1500000000");
    file("fs/memory/memory.stat", "inactive_file 1\ntotal_inactive_file 500000000");
    file("fs/pids/pids.current", "3");
    member("4:memory:/docker/0123\n3:cpu,cpuacct:/docker/0123");
    ContainerReading container = containers().limited(HOST_CORES, HOST_BYTES).orElseThrow();
    assertThat(container.cores(HOST_CORES)).isEqualTo(2);
    assertThat(container.cpuSeconds()).hasValue(4);
    assertThat(container.memory(HOST_BYTES)).containsEntry("system.memory.utilization", 0.5);
    assertThat(container.tasks()).hasValue(3);
  }

  @Test
  void shouldTakeAHostForAHostAlsoWhenTheAgentsServiceIsLimited() throws IOException {
    file("fs/cgroup.controllers", "cpuset cpu io memory pids");
    file("fs/cpu.stat", "usage_usec 9");
    file("fs/system.slice/peerwatch-agent.service/cpu.max", "5000 100000");
    file("fs/system.slice/peerwatch-agent.service/memory.max", "200000000");
    member("0::/system.slice/peerwatch-agent.service");
    assertThat(containers().limited(HOST_CORES, HOST_BYTES)).isEmpty();
    assertThat(containers().own().orElseThrow().cores(HOST_CORES)).isEqualTo(0.05);
  }

  @Test
  void shouldTakeAHostOfVersionOneForAHost() throws IOException {
    file("fs/memory/memory.limit_in_bytes", "9223372036854771712");
    file("fs/cpu/cpu.cfs_quota_us", "-1");
    file("fs/cpu/cpu.cfs_period_us", "100000");
    member("4:memory:/system.slice\n2:cpu:/");
    assertThat(containers().limited(HOST_CORES, HOST_BYTES)).isEmpty();
  }

  @Test
  void shouldTakeAContainerWithoutLimitsForItsHostUnlessTold() throws IOException {
    file("fs/cgroup.controllers", "cpu memory");
    file("fs/cpu.max", "max 100000");
    file("fs/memory.max", "max");
    file("fs/memory.current", "4000000000");
    member("0::/");
    assertThat(containers().limited(HOST_CORES, HOST_BYTES)).isEmpty();
    ContainerReading own = containers().own().orElseThrow();
    assertThat(own.cores(HOST_CORES)).isEqualTo(HOST_CORES);
    assertThat(own.memory(HOST_BYTES)).containsEntry("system.memory.utilization", 0.25);
    assertThat(own.attributes()).isEmpty();
  }

  @Test
  void shouldCountTheProcessorsThatItMayRunOnAsALimitToo() throws IOException {
    file("fs/cgroup.controllers", "cpuset");
    file("fs/cpu.max", "max 100000");
    file("fs/cpuset.cpus.effective", "0-1,5");
    member("0::/");
    assertThat(containers().limited(HOST_CORES, HOST_BYTES).orElseThrow().cores(HOST_CORES))
        .isEqualTo(3);
  }

  @Test
  void shouldFindNothingWhereThereIsNothing() {
    assertThat(containers().limited(HOST_CORES, HOST_BYTES)).isEmpty();
    assertThat(containers().own()).isEmpty();
  }

  @Test
  void shouldNotFailOnFilesThatSayNonsense() throws IOException {
    file("fs/cgroup.controllers", "cpu");
    file("fs/cpu.max", "lots of it");
    file("fs/cpuset.cpus.effective", "0-x,,");
    file("fs/memory.max", "-");
    file("fs/memory.current", "");
    member("0::/../../other");
    ContainerReading own = containers().own().orElseThrow();
    assertThat(own.cores(HOST_CORES)).isEqualTo(HOST_CORES);
    assertThat(own.memory(HOST_BYTES)).isEmpty();
    assertThat(own.cpuSeconds()).isEmpty();
  }

  private Containers containers() {
    return new Containers(new Cgroups(folder.resolve("fs"), folder.resolve("self")));
  }

  private void member(String lines) throws IOException {
    Files.writeString(folder.resolve("self"), lines + "\n");
  }

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }
}
