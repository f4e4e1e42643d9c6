package io.peerwatch.local;

import io.peerwatch.local.broker.LocalBrokers;
import io.peerwatch.local.broker.LocalPorts;
import io.peerwatch.local.registry.LocalRegistry;

/** A Kafka cluster and a schema registry in this JVM, on 127.0.0.1 only, their data in a folder. */
public final class LocalCluster implements AutoCloseable {
  private final LocalBrokers brokers;
  private final LocalRegistry registry;

  private LocalCluster(LocalBrokers brokers, LocalRegistry registry) {
    this.brokers = brokers;
    this.registry = registry;
  }

  /**
   * Returns when brokers and registry serve clients. Ports and folder are checked before anything
   * starts; throws {@link LocalStartException}, and then nothing runs.
   */
  public static LocalCluster start(LocalSettings settings) {
    int registryPort = settings.registryPort();
    if (registryPort != 0) {
      LocalPorts.requireFree(registryPort, "--registry-port");
    }
    LocalBrokers brokers = LocalBrokers.start(settings);
    try {
      return new LocalCluster(
          brokers,
          LocalRegistry.start(brokers.bootstrapServers(), settings.brokers(), registryPort));
    } catch (RuntimeException failure) {
      brokers.close();
      throw new LocalStartException(
          "the schema registry can't start on port %d (%s); choose another with --registry-port"
              .formatted(registryPort, failure.getMessage()),
          failure);
    }
  }

  /** As clients take it: {@code host:port,…}. */
  public String bootstrapServers() {
    return brokers.bootstrapServers();
  }

  /** The same by one of the settings' listeners. */
  public String bootstrapServers(ExtraListener listener) {
    return brokers.bootstrapServers(listener);
  }

  /** Such as {@code http://127.0.0.1:8081}. */
  public String registryUrl() {
    return registry.url();
  }

  /** Kept with the data: the same after a restart. */
  public String clusterId() {
    return brokers.clusterId();
  }

  /** Takes one node of several down, in good order. Ids are 1 to the number of brokers. */
  public void stopBroker(int id) {
    brokers.stop(id);
  }

  /** Brings a stopped node back on its port and data; returns when it serves clients. */
  public void startBroker(int id) {
    brokers.start(id);
  }

  /** Takes all nodes down that run; the registry answers on, but can take nothing in. */
  public void stopAllBrokers() {
    brokers.stopAll();
  }

  /** Brings all stopped nodes back on their ports and data; returns when they serve clients. */
  public void startAllBrokers() {
    brokers.startAll();
  }

  /** The registry first, which writes to the brokers. */
  @Override
  public void close() {
    try {
      registry.close();
    } finally {
      brokers.close();
    }
  }
}
