package io.peerwatch.local.broker;

import io.peerwatch.local.ExtraListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One node's settings: broker and controller at once, sized for a laptop.
 *
 * @param nodeId 1 to the number of brokers
 * @param brokerPort where clients and other brokers connect
 * @param controllerPorts the quorum's ports, in the order of node ids
 * @param folder the node's own data
 * @param listeners the node's ports of the listeners beside the open one
 * @param overrides Kafka's settings that win over the ones chosen here
 */
record NodeSettings(
    int nodeId,
    String clusterId,
    int brokerPort,
    List<Integer> controllerPorts,
    Path folder,
    Map<ExtraListener, Integer> listeners,
    Map<String, String> overrides) {
  static final String BROKER_LISTENER = "BROKER";
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final int REPLICATION_MAX = 3;
  private static final int INTERNAL_PARTITIONS = 4;
  private static final int CLEANER_BUFFER_BYTES = 4 << 20;
  private static final int INTERNAL_SEGMENT_BYTES = 4 << 20;
  private static final int INDEX_BYTES = 1 << 20;

  int nodes() {
    return controllerPorts.size();
  }

  int controllerPort() {
    return controllerPorts.get(nodeId - 1);
  }

  Properties kafka() {
    Properties properties = new Properties();
    addIdentity(properties);
    addListeners(properties);
    addReplication(properties);
    addTopicDefaults(properties);
    addSmallness(properties);
    properties.putAll(overrides);
    return properties;
  }

  private void addIdentity(Properties properties) {
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", Integer.toString(nodeId));
    properties.setProperty("log.dirs", folder.toString());
    properties.setProperty("controller.quorum.voters", voters());
  }

  private String voters() {
    return IntStream.rangeClosed(1, nodes())
        .mapToObj(id -> id + "@" + LocalPorts.HOST + ":" + controllerPorts.get(id - 1))
        .collect(Collectors.joining(","));
  }

  private void addListeners(Properties properties) {
    StringBuilder clients = new StringBuilder(listener(BROKER_LISTENER, brokerPort));
    StringBuilder protocols =
        new StringBuilder(BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    listeners.forEach(
        (extra, port) -> {
          clients.append(',').append(listener(extra.name(), port));
          protocols.append(',').append(extra.name()).append(':').append(extra.protocol());
          String start = "listener.name." + extra.name().toLowerCase(Locale.ROOT) + ".";
          extra.settings().forEach((key, value) -> properties.setProperty(start + key, value));
        });
    String controller = listener(CONTROLLER_LISTENER, controllerPort());
    properties.setProperty("listeners", clients + "," + controller);
    properties.setProperty("advertised.listeners", clients.toString());
    properties.setProperty("listener.security.protocol.map", protocols.toString());
    properties.setProperty("controller.listener.names", CONTROLLER_LISTENER);
    properties.setProperty("inter.broker.listener.name", BROKER_LISTENER);
  }

  private static String listener(String name, int port) {
    return name + "://" + LocalPorts.HOST + ":" + port;
  }

  /** Two in-sync copies where there are three, so that one of three brokers may be down. */
  private void addReplication(Properties properties) {
    String replicas = Integer.toString(Math.min(nodes(), REPLICATION_MAX));
    String inSync = nodes() >= REPLICATION_MAX ? "2" : "1";
    properties.setProperty("default.replication.factor", replicas);
    properties.setProperty("min.insync.replicas", inSync);
    properties.setProperty("offsets.topic.replication.factor", replicas);
    properties.setProperty("transaction.state.log.replication.factor", replicas);
    properties.setProperty("transaction.state.log.min.isr", inSync);
    properties.setProperty("share.coordinator.state.topic.replication.factor", replicas);
    properties.setProperty("share.coordinator.state.topic.min.isr", inSync);
  }

  private static void addTopicDefaults(Properties properties) {
    properties.setProperty("auto.create.topics.enable", "false");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
  }

  /** Few internal partitions and small buffers: quick to start and to stop, at home in 256 MB. */
  private static void addSmallness(Properties properties) {
    String partitions = Integer.toString(INTERNAL_PARTITIONS);
    String segment = Integer.toString(INTERNAL_SEGMENT_BYTES);
    properties.setProperty("offsets.topic.num.partitions", partitions);
    properties.setProperty("offsets.topic.segment.bytes", segment);
    properties.setProperty("transaction.state.log.num.partitions", partitions);
    properties.setProperty("transaction.state.log.segment.bytes", segment);
    properties.setProperty("share.coordinator.state.topic.num.partitions", partitions);
    properties.setProperty("share.coordinator.state.topic.segment.bytes", segment);
    properties.setProperty(
        "log.cleaner.dedupe.buffer.size", Integer.toString(CLEANER_BUFFER_BYTES));
    properties.setProperty("log.index.size.max.bytes", Integer.toString(INDEX_BYTES));
    // JMX names are per node id only, and nobody reads them here.
    properties.setProperty("metric.reporters", "");
  }
}
