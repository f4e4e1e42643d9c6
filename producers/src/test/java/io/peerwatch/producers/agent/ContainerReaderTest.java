package io.peerwatch.producers.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.producers.agent.RawReading.CpuTime;
import io.peerwatch.producers.agent.container.ContainerTrees;
import io.peerwatch.producers.agent.container.Containers;
import io.peerwatch.producers.agent.notes.Notes;
import io.peerwatch.producers.agent.rate.Counter;
import io.peerwatch.schemas.avro.HostSample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerReaderTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();
  private long reads;

  @Test
  void shouldMeasureTheContainerAgainstItsLimitsAndLeaveOutTheMachines() throws IOException {
    Containers containers = ContainerTrees.limited(folder, 0.5, 1_000_000_000L);
    var sampler = new HostSampler("g", "h", reader(Scope.AUTO, containers), extra -> {});
    ContainerTrees.used(folder, 10_000_000, 250_000_000);
    sampler.sample(0);
    ContainerTrees.used(folder, 12_000_000, 250_000_000);
    HostSample sample = sampler.sample(10_000);
    assertThat(sample.getMetrics())
        .isEqualTo(
            Map.of(
                "system.cpu.logical.count", 0.5,
                "system.cpu.utilization", 0.4,
                "system.memory.limit", 1e9,
                "system.memory.usage", 2.5e8,
                "system.memory.utilization", 0.25,
                "system.network.io.receive", 10.0,
                "system.filesystem.utilization", 0.7));
    assertThat(sample.getAttributes())
        .containsEntry("scope", "container")
        .containsEntry("cpu.limit", "0.5");
    assertThat(told)
        .containsExactly(
            "watching the container: 0.50 processors, 1,000 MB (--scope host for the machine)");
  }

  @Test
  void shouldWatchTheHostWhenToldSo() throws IOException {
    Containers containers = ContainerTrees.limited(folder, 0.5, 1_000_000_000L);
    assertThat(reader(Scope.HOST, containers).read().gauges())
        .containsEntry("system.cpu.logical.count", 8.0);
    assertThat(told).isEmpty();
  }

  private HostReader reader(Scope scope, Containers containers) {
    return Readers.of(scope, new Host(), containers, new Notes(told::add, System::nanoTime));
  }

  /** A machine whose readings lie ten seconds apart. */
  private final class Host implements HostReader {
    @Override
    public RawReading read() {
      reads++;
      return new RawReading(
          reads * 10 * SECOND,
          Map.of(
              "system.cpu.logical.count", 8.0,
              "system.cpu.load_average.1m", 3.0,
              "system.memory.limit", 16e9,
              "system.memory.usage", 8e9,
              "system.memory.utilization", 0.5,
              "system.process.count", 400.0,
              "system.filesystem.utilization", 0.7),
          Map.of(
              new Counter("system.disk.io.read", "sda"), reads * 1e6,
              new Counter("system.network.io.receive", "eth0"), reads * 100.0),
          new CpuTime(reads * 80, reads * 100));
    }

    @Override
    public Map<String, String> attributes() {
      return Map.of("scope", "host");
    }

    @Override
    public String hostName() {
      return "machine-7";
    }
  }
}
