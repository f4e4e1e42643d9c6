package io.peerwatch.schemas.reach;

import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.settings.UnreachableException;
import java.time.Duration;

/**
 * Asks once, at the start, whether a broker or a registry answers, so that a typo is one line and
 * not a client that retries in the background for ever. Nothing goes on after the answer.
 */
public final class Reachability {
  /** How long a person waits for the answer. */
  public static final Duration TIMEOUT_DEFAULT = Duration.ofSeconds(9);

  private Reachability() {}

  /**
   * Returns once a broker has answered.
   *
   * @param timeout above 0; the answer comes within it
   * @throws UnreachableException if none does, or it lets nobody in
   */
  public static void requireBroker(ConnectionSettings settings, Duration timeout) {
    Deadline.within(timeout, () -> BrokerCall.ask(settings, timeout), BrokerCall.silence(settings));
  }

  /**
   * Returns once the registry has answered.
   *
   * @param timeout above 0; the answer comes within it
   * @throws UnreachableException if it does not, or lets nobody in
   */
  public static void requireRegistry(ConnectionSettings settings, Duration timeout) {
    Deadline.within(
        timeout,
        () -> RegistryCall.ask(settings, timeout),
        "no answer from the schema registry at %s within %d s: check --registry and the network"
            .formatted(settings.registryUrl(), timeout.toSeconds()));
  }
}
