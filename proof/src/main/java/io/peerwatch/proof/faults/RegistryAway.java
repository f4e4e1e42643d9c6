package io.peerwatch.proof.faults;

import io.peerwatch.local.registry.LocalRegistry;
import io.peerwatch.proof.faults.lab.Committed;
import io.peerwatch.proof.faults.lab.Laboratory;
import io.peerwatch.proof.faults.load.UnderLoad;
import io.peerwatch.schemas.topics.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A registry of its own over the laboratory's brokers, which goes and comes back. */
final class RegistryAway {
  private static final Duration AWAY = Duration.ofSeconds(20);

  /** Longer than a thread waits before it gives its place to another one. */
  private static final Duration AWAY_AT_START = Duration.ofSeconds(75);

  private RegistryAway() {}

  static Outcome run(Laboratory laboratory, UnderLoad load) throws Exception {
    String brokers = laboratory.cluster().bootstrapServers();
    LocalRegistry[] registry = {LocalRegistry.start(brokers, Laboratory.BROKERS, 0)};
    int port = URI.create(registry[0].url()).getPort();
    var connection = laboratory.newConnection("registry", registry[0].url());
    try {
      Outcome outcome =
          load.run(
              laboratory,
              connection,
              samples -> samples,
              scene -> {
                Disturbances.awaitWork(scene);
                registry[0].close();
                Thread.sleep(AWAY.toMillis());
                Disturbances.awaitWork(scene); // warm: it knows what it needs
                scene.instances().get(0).kill(); // cold: it has to ask
                scene.instances().get(0).start();
                Thread.sleep(AWAY_AT_START.toMillis());
                registry[0] = LocalRegistry.start(brokers, Laboratory.BROKERS, port);
                Disturbances.awaitWork(scene);
              });
      List<?> rejected = Committed.all(connection, Topics.REJECTED_RECORDS);
      return outcome.require(rejected.isEmpty(), rejected.size() + " records were rejected");
    } finally {
      registry[0].close();
    }
  }
}
