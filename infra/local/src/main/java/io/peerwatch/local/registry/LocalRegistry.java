package io.peerwatch.local.registry;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A schema registry that speaks Confluent's protocol: Avro only, one process, its schemas kept in
 * the cluster's own topic. Every answer to a change comes after the change is durable.
 */
public final class LocalRegistry implements AutoCloseable {
  private final SchemaJournal journal;
  private final RegistryServer server;

  private LocalRegistry(SchemaJournal journal, RegistryServer server) {
    this.journal = journal;
    this.server = server;
  }

  /**
   * Reads what is kept, then serves.
   *
   * @param brokers how many there are, for the copies of the topic
   * @param port on 127.0.0.1; 0: a free one
   */
  public static LocalRegistry start(String bootstrapServers, int brokers, int port) {
    return start(new TopicSchemaLog(bootstrapServers, brokers), port);
  }

  static LocalRegistry start(SchemaLog log, int port) {
    try {
      SchemaJournal journal = new SchemaJournal(log);
      return new LocalRegistry(journal, new RegistryServer(port, RegistryRoutes.over(journal)));
    } catch (IOException failure) {
      log.close();
      throw new UncheckedIOException(failure);
    } catch (RuntimeException failure) {
      log.close();
      throw failure;
    }
  }

  /** Such as {@code http://127.0.0.1:8081}. */
  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
    journal.close();
  }
}
