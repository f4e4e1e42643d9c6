package io.peerwatch.cli.run;

import io.peerwatch.cli.log.Logging;
import io.peerwatch.cli.option.ConnectionOptions;
import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.access.AccessCheck;
import io.peerwatch.schemas.reach.Reachability;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.settings.UnreachableException;
import java.time.Duration;
import java.util.Map;

/**
 * The first contact: a broker or registry that can't be reached is told in one line within 10 s, or
 * waited for when the user said so.
 */
public final class Connecting {
  private static final Duration BUDGET = Duration.ofMillis(9_000);
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

  /** A client that talks to something else than Kafka dies noisily; the one line says it better. */
  private static final Map<String, String> WHILE_TRYING =
      Map.of("org.apache.kafka.common.utils.KafkaThread", "OFF");

  private static final Map<String, String> AFTERWARDS =
      Map.of("org.apache.kafka.common.utils.KafkaThread", "WARN");

  private final Session session;
  private final long startedAt = System.nanoTime();

  public Connecting(Session session) {
    this.session = session;
  }

  /** The settings of a broker and a registry that answered. */
  public ConnectionSettings toBoth(ConnectionOptions options) throws InterruptedException {
    ConnectionSettings settings = toBroker(options);
    reach(options, settings, Reachability::requireRegistry);
    Logging.quieten(AFTERWARDS);
    return settings;
  }

  /** The same, with the rights that the command needs, as far as the cluster tells of them. */
  public ConnectionSettings toBoth(ConnectionOptions options, Access access)
      throws InterruptedException {
    ConnectionSettings settings = toBoth(options);
    AccessCheck.require(settings, access);
    return settings;
  }

  private ConnectionSettings toBroker(ConnectionOptions options) throws InterruptedException {
    ConnectionSettings settings = options.settings();
    Logging.quieten(WHILE_TRYING);
    reach(options, settings, Reachability::requireBroker);
    return settings;
  }

  private void reach(ConnectionOptions options, ConnectionSettings settings, Contact contact)
      throws InterruptedException {
    boolean reached = false;
    boolean told = false;
    while (!reached) {
      try {
        contact.require(settings, timeout());
        reached = true;
      } catch (UnreachableException e) {
        if (!options.waits()) {
          throw e;
        }
        if (!told) {
          session.stop().listen();
          session.terminal().note("waiting: " + e.getMessage());
          told = true;
        }
        if (session.stop().await(AGAIN_AFTER)) {
          throw new StoppedException();
        }
      }
    }
  }

  /** What is left of the ten seconds, for both together. */
  private Duration timeout() {
    Duration left = BUDGET.minusNanos(System.nanoTime() - startedAt);
    return left.compareTo(LEAST) < 0 ? LEAST : left;
  }

  private interface Contact {
    void require(ConnectionSettings settings, Duration timeout);
  }
}
