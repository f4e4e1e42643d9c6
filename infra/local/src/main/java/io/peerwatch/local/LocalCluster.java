package io.peerwatch.local;

import io.peerwatch.local.broker.LocalBrokers;

/** A Kafka cluster and a schema registry in this JVM, on 127.0.0.1 only, their data in a folder. */
public final class LocalCluster implements AutoCloseable {
  private final LocalBrokers brokers;

  private LocalCluster(LocalBrokers brokers) {
    this.brokers = brokers;
  }

  /** Returns when brokers and registry serve clients; throws before anything started if it can. */
  public static LocalCluster start(LocalSettings settings) {
    LocalBrokers brokers = LocalBrokers.start(settings);
    return new LocalCluster(brokers);
  }

  /** As clients take it: {@code host:port,…}. */
  public String bootstrapServers() {
    return brokers.bootstrapServers();
  }

  /** Kept with the data: the same after a restart. */
  public String clusterId() {
    return brokers.clusterId();
  }

  @Override
  public void close() {
    brokers.close();
  }
}
