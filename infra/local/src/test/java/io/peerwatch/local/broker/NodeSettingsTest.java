package io.peerwatch.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeSettingsTest {
  @ParameterizedTest
  @CsvSource({"1,1,1", "2,2,1", "3,3,2", "5,3,2"})
  void shouldCopyAsOftenAsTheBrokersAllow(int nodes, String replicas, String inSync) {
    Properties kafka = settings(nodes).kafka();
    assertThat(kafka)
        .containsEntry("default.replication.factor", replicas)
        .containsEntry("offsets.topic.replication.factor", replicas)
        .containsEntry("transaction.state.log.replication.factor", replicas)
        .containsEntry("min.insync.replicas", inSync)
        .containsEntry("transaction.state.log.min.isr", inSync);
  }

  @Test
  void shouldListenOnThisMachineOnly() {
    assertThat(settings(2).kafka())
        .containsEntry("listeners", "BROKER://127.0.0.1:9092,CONTROLLER://127.0.0.1:7001")
        .containsEntry("advertised.listeners", "BROKER://127.0.0.1:9092")
        .containsEntry("controller.quorum.voters", "1@127.0.0.1:7001,2@127.0.0.1:7002");
  }

  @Test
  void shouldUseOnlyNamesThatKafkaKnows() {
    assertThat(KafkaConfig.configDef().names())
        .containsAll(settings(3).kafka().stringPropertyNames());
  }

  private static NodeSettings settings(int nodes) {
    List<Integer> controllers = List.of(7001, 7002, 7003, 7004, 7005).subList(0, nodes);
    return new NodeSettings(
        1, "id", 9092, controllers, Path.of("/data/broker-1"), Map.of(), Map.of());
  }
}
