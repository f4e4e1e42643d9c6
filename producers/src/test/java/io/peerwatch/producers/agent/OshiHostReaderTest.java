package io.peerwatch.producers.agent;

import static io.peerwatch.detection.metric.MetricDictionary.CORES;
import static io.peerwatch.detection.metric.MetricDictionary.CPU;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY_LIMIT;
import static io.peerwatch.detection.metric.MetricDictionary.MEMORY_USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.producers.agent.Filesystems.Mount;
import io.peerwatch.producers.agent.notes.Notes;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.topics.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OshiHostReaderTest {
  private static final Notes NOTES = new Notes(note -> {}, System::nanoTime);
  private static final MetricDictionary DICTIONARY = MetricDictionary.standard();

  @Test
  void shouldReadThisMachineSanely() {
    var sampler = new HostSampler("ungrouped", "here", new OshiHostReader(NOTES), extra -> {});
    sampler.sample(0);
    HostSample sample = sampler.sample(1);
    Map<String, Double> metrics = sample.getMetrics();
    assertThat(metrics.get(CORES)).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(metrics.get(MEMORY)).isBetween(0.001, 1.0);
    assertThat(metrics.get(MEMORY_USAGE)).isLessThan(metrics.get(MEMORY_LIMIT));
    assertThat(metrics.get(AgentMetrics.PROCESSES)).isGreaterThanOrEqualTo(1);
    assertThat(metrics.get(AgentMetrics.UPTIME)).isPositive();
    assertThat(metrics.getOrDefault(CPU, 0.0)).isBetween(0.0, 1.0);
    assertThat(metrics.getOrDefault(AgentMetrics.FILESYSTEM, 0.0)).isBetween(0.0, 1.0);
    assertThat(metrics.values()).allMatch(value -> Double.isFinite(value) && value >= 0);
    assertThat(sample.getAttributes()).containsKeys("os.type", "os.version", "host.arch");
  }

  @Test
  void shouldUseOnlyNamesThatTheDictionaryKnows() {
    var sampler = new HostSampler("ungrouped", "here", new OshiHostReader(NOTES), extra -> {});
    sampler.sample(0);
    assertThat(sampler.sample(1).getMetrics().keySet())
        .allMatch(Names::isName)
        .allSatisfy(metric -> assertThat(DICTIONARY.of(metric).unit()).as(metric).isNotEmpty());
  }

  @Test
  void shouldKnowTheMachinesName() {
    assertThat(new OshiHostReader(NOTES).hostName()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "/dev/sda, true",
    "/dev/nvme0n1, true",
    "/dev/vda, true",
    "/dev/dm-0, false",
    "/dev/md127, false",
    "/dev/loop3, false",
    "/dev/zram0, false",
    "/dev/sr0, false",
    "/dev/nvme0c1n1, false",
    "/dev/nvme1n1, true",
    "/dev/drbd0, false"
  })
  void shouldCountBytesOnDisksOnce(String name, boolean counted) {
    assertThat(Disks.isPhysical(name)).isEqualTo(counted);
  }

  @ParameterizedTest
  @CsvSource({
    "eth0, true", "enp3s0f1, true", "wlan0, true", "ens5, true", "lo, false",
    "veth12ab, false", "docker0, false", "br-0aff, false", "bond0, false", "eth0.7, false"
  })
  void shouldCountBytesOnTheNetworkOnce(String name, boolean counted) {
    assertThat(NetworkInterfaces.isPhysical(name)).isEqualTo(counted);
  }

  @Test
  void shouldTellTheFullestFilesystemAndEachWhereThereAreSeveral() {
    var gauges = new HashMap<String, Double>();
    Filesystems.read(List.of(new Mount("/", 0.5)), gauges);
    assertThat(gauges).isEqualTo(Map.of("system.filesystem.utilization", 0.5));
    Filesystems.read(
        List.of(new Mount("/", 0.5), new Mount("/data", 0.9), new Mount("/a b", 0.1)), gauges);
    assertThat(gauges)
        .isEqualTo(
            Map.of(
                "system.filesystem.utilization", 0.9,
                "system.filesystem.utilization./", 0.5,
                "system.filesystem.utilization./data", 0.9));
  }

  @Test
  void shouldCountAFilesystemsSpaceAsDfDoes() {
    assertThat(Mount.of("/", 100, 40, 30).utilization()).isEqualTo(60.0 / 90);
  }
}
