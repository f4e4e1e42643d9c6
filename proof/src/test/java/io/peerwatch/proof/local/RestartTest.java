package io.peerwatch.proof.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.proof.QuietBrokers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  private static final AvroSchema SCHEMA = new AvroSchema("\"string\"");

  @TempDir Path folder;

  @BeforeAll
  static void quietBrokers() {
    QuietBrokers.apply();
  }

  @Test
  void shouldFindTopicsMessagesOffsetsSchemasAndClusterIdAgainOnOtherPorts() throws Exception {
    String clusterId;
    int schemaId;
    try (LocalCluster cluster = start()) {
      KafkaTraffic traffic = new KafkaTraffic(cluster.bootstrapServers());
      traffic.createTopic("kept", 1);
      traffic.send("kept", "one", "two", "three");
      assertThat(traffic.receive("group", "kept", 1)).containsExactly("one");
      clusterId = traffic.clusterId();
      CachedSchemaRegistryClient registry = registry(cluster);
      schemaId = registry.register("kept-value", SCHEMA);
      registry.updateCompatibility("kept-value", "FULL_TRANSITIVE");
    }

    try (LocalCluster cluster = start()) {
      KafkaTraffic traffic = new KafkaTraffic(cluster.bootstrapServers());
      assertThat(traffic.receive("group", "kept", 2)).containsExactly("two", "three");
      assertThat(traffic.clusterId()).isEqualTo(clusterId).isEqualTo(cluster.clusterId());
      CachedSchemaRegistryClient registry = registry(cluster);
      assertThat(registry.getSchemaById(schemaId)).isEqualTo(SCHEMA);
      assertThat(registry.register("kept-value", SCHEMA)).isEqualTo(schemaId);
      assertThat(registry.getCompatibility("kept-value")).isEqualTo("FULL_TRANSITIVE");
      assertThat(registry.register("other-value", new AvroSchema("\"long\"")))
          .isNotEqualTo(schemaId);
    }
  }

  @Test
  void shouldLeaveNoThreadThatKeepsTheProcessAlive() throws InterruptedException {
    Set<Thread> before = nonDaemonThreads();
    LocalCluster cluster = start();
    cluster.close();
    Set<Thread> left = nonDaemonThreads();
    left.removeAll(before);
    // Kafka does not wait for every thread that it ended: one on its way out is not one that stays.
    for (Thread thread : left) {
      thread.join(10_000);
    }
    assertThat(left).filteredOn(Thread::isAlive).isEmpty();
  }

  private LocalCluster start() {
    return LocalCluster.start(new LocalSettings(1, 0, 0, folder));
  }

  private static CachedSchemaRegistryClient registry(LocalCluster cluster) {
    return new CachedSchemaRegistryClient(List.of(cluster.registryUrl()), 10);
  }

  private static Set<Thread> nonDaemonThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .collect(Collectors.toSet());
  }
}
