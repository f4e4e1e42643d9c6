package io.peerwatch.local.broker;

import java.util.Map;

/** What a process that holds a local cluster does about the brokers' logs. */
public final class BrokerLogs {
  /**
   * Logger names to levels, beside WARN for all else of Kafka. These report what is normal when all
   * brokers of a cluster start and stop together in one JVM: peers not up yet, or gone.
   */
  public static final Map<String, String> LEVELS =
      Map.of(
          "kafka.raft.KafkaRaftManager", "ERROR",
          // Controllers register while the leader is still being elected, and try again.
          "kafka.server.ControllerApis", "OFF",
          "kafka.server.ReplicaFetcherThread", "ERROR",
          "org.apache.kafka.clients.NetworkClient", "ERROR",
          "org.apache.kafka.controller.QuorumController", "ERROR",
          "org.apache.kafka.raft.KafkaRaftClient", "ERROR");

  private BrokerLogs() {}
}
