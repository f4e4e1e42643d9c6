package io.peerwatch.streams.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.streams.state.StateStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FleetTopologyTest {
  /** A change of a name here orphans state that users have: it has to be meant. */
  @Test
  void shouldNameEveryOperatorStoreAndTopicAsItAlwaysDid() throws IOException {
    FleetSettings settings =
        FleetSettings.of("peerwatch.", WindowSettings.defaults(), 1, 24, StateStores.CHANGELOGGED);
    String described =
        new FleetTopology(settings, new MockSchemaRegistryClient()).build().describe().toString();
    assertThat(described.strip()).isEqualTo(expected().strip());
  }

  private static String expected() throws IOException {
    try (var in = FleetTopologyTest.class.getResourceAsStream("/fleet-topology.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
