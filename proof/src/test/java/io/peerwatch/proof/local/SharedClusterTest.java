package io.peerwatch.proof.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.proof.SharedCluster;
import io.peerwatch.schemas.reach.Reachability;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SharedClusterTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void shouldReachBrokerAndRegistryUnderAPrefixOfItsOwn() {
    ConnectionSettings connection = CLUSTER.newConnection();
    Reachability.requireBroker(connection, PATIENCE);
    Reachability.requireRegistry(connection, PATIENCE);
    assertThat(CLUSTER.newConnection().prefix()).isNotEqualTo(connection.prefix());
  }
}
