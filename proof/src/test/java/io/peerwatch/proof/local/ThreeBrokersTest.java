package io.peerwatch.proof.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.local.LocalStartException;
import io.peerwatch.proof.QuietBrokers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreeBrokersTest {
  private static final Duration CATCH_UP_MAX = Duration.ofSeconds(60);

  @TempDir Path folder;

  @BeforeAll
  static void quietBrokers() {
    QuietBrokers.apply();
  }

  @Test
  void shouldServeOnWhileOneOfThemIsDownAndTakeItBack() throws Exception {
    try (LocalCluster cluster = LocalCluster.start(new LocalSettings(3, 0, 0, folder))) {
      KafkaTraffic traffic = new KafkaTraffic(cluster.bootstrapServers());
      traffic.createTopic("copied", 3);
      traffic.send("copied", "with three");

      cluster.stopBroker(2);
      traffic.send("copied", "with two");
      var registry = new CachedSchemaRegistryClient(List.of(cluster.registryUrl()), 10);
      int id = registry.register("copied-value", new AvroSchema("\"string\""));
      await().atMost(CATCH_UP_MAX).until(() -> traffic.inSyncReplicas("copied") == 2);

      cluster.startBroker(2);
      await().atMost(CATCH_UP_MAX).until(() -> traffic.inSyncReplicas("copied") == 3);
      traffic.send("copied", "with three again");
      assertThat(traffic.receive("group", "copied", 3))
          .containsExactly("with three", "with two", "with three again");
      assertThat(registry.register("other-value", new AvroSchema("\"string\""))).isEqualTo(id);
    }
    assertThatThrownBy(() -> LocalCluster.start(new LocalSettings(1, 0, 0, folder)))
        .isInstanceOf(LocalStartException.class)
        .hasMessageContaining("belongs to 3 broker(s), not 1; start with --brokers 3");
  }
}
