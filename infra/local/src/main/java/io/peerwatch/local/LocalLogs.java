package io.peerwatch.local;

import java.util.Map;

/** What a process that holds a local cluster does about the cluster's logs. */
public final class LocalLogs {
  /**
   * Logger names to levels, beside WARN for everything else. These report what is normal when all
   * brokers of a cluster start and stop together in one JVM, peers not up yet or gone, or what the
   * asker is answered anyway.
   */
  public static final Map<String, String> LEVELS =
      Map.of(
          // All nodes of a JVM share one registry of JMX names.
          "com.yammer.metrics.reporting.JmxReporter", "OFF",
          "io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider", "OFF",
          "kafka.raft.KafkaRaftManager", "ERROR",
          // Controllers register while the leader is still being elected, and try again.
          "kafka.server.ControllerApis", "OFF",
          "kafka.server.ReplicaFetcherThread", "ERROR",
          "org.apache.kafka.clients.NetworkClient", "ERROR",
          "org.apache.kafka.controller.QuorumController", "ERROR",
          "org.apache.kafka.raft.KafkaRaftClient", "ERROR");

  private LocalLogs() {}
}
