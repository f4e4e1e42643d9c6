package io.peerwatch.producers.agent;

/** Canonical names of the agent's metrics that the dictionary has no constant for. */
final class AgentMetrics {
  static final String PAGING = "system.paging.utilization";
  static final String PAGING_OPERATIONS = "system.paging.operations";
  static final String DISK_READ = "system.disk.io.read";
  static final String DISK_WRITE = "system.disk.io.write";
  static final String DISK_READ_OPERATIONS = "system.disk.operations.read";
  static final String DISK_WRITE_OPERATIONS = "system.disk.operations.write";
  static final String FILESYSTEM = "system.filesystem.utilization";
  static final String NETWORK_RECEIVE = "system.network.io.receive";
  static final String NETWORK_TRANSMIT = "system.network.io.transmit";
  static final String NETWORK_DROPPED = "system.network.packet.dropped";
  static final String NETWORK_ERRORS = "system.network.errors";
  static final String PROCESSES = "system.process.count";
  static final String UPTIME = "system.uptime";

  private AgentMetrics() {}
}
