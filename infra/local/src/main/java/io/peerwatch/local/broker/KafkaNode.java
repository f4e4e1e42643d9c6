package io.peerwatch.local.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka node in this JVM: a broker and a controller over one metadata log.
 *
 * <p>It puts together what {@link KafkaRaftServer} does, but keeps the two halves apart: all
 * brokers of a cluster can leave while the quorum still stands (otherwise the last one waits five
 * minutes for it), and a fault is logged instead of halting a JVM that does more than this.
 */
final class KafkaNode {
  private final Metrics metrics;
  private final SharedServer shared;
  private final ControllerServer controller;
  private final BrokerServer broker;

  /** Formats the node's folder on first use; nothing runs yet. */
  KafkaNode(NodeSettings settings) {
    format(settings);
    KafkaConfig config = KafkaConfig.fromProps(settings.kafka(), false);
    var logDirs =
        KafkaRaftServer.initializeLogDirs(
            config, LoggerFactory.getLogger(KafkaRaftServer.class), "");
    metrics = Server.initializeMetrics(config, Time.SYSTEM, settings.clusterId());
    shared =
        new SharedServer(
            config,
            logDirs._1(),
            Time.SYSTEM,
            metrics,
            CompletableFuture.completedFuture(voters(settings)),
            List.of(),
            (name, fatal, action) -> new LoggingFaultHandler(name, action),
            ServerSocketFactory.INSTANCE);
    controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), logDirs._2());
    broker = new BrokerServer(shared);
  }

  /** Returns when the broker serves clients; needs a majority of the nodes starting as well. */
  void start() {
    controller.startup();
    broker.startup();
  }

  /** Hands partitions over and stops serving; waits for the quorum no longer than told. */
  void stopBroker(Duration timeout) {
    broker.shutdown(timeout);
  }

  /** Leaves a quorum that goes on without this node; its broker must have stopped before. */
  void stopController() {
    controller.shutdown();
    metrics.close();
  }

  /**
   * Leaves a quorum that ends with this node. Kafka would wait five seconds for others to elect a
   * new leader; the metadata log is on disk already, so nothing is lost by waiting less. Kafka's
   * own wait then finds its thread gone and logs so (see {@link io.peerwatch.local.LocalLogs}).
   */
  void stopLastControllers(Duration electionTimeout) {
    var raft = shared.raftManager();
    if (raft != null) {
      int timeoutMillis = Math.toIntExact(electionTimeout.toMillis());
      raft.client()
          .shutdown(timeoutMillis)
          // A raft thread that a fault ended before answers nothing.
          .completeOnTimeout(null, 2L * timeoutMillis, TimeUnit.MILLISECONDS)
          .exceptionally(nobodyElected -> null)
          .join();
    }
    stopController();
  }

  private static void format(NodeSettings settings) {
    String folder = settings.folder().toString();
    Formatter formatter =
        new Formatter()
            .setClusterId(settings.clusterId())
            .setNodeId(settings.nodeId())
            .setControllerListenerName(NodeSettings.CONTROLLER_LISTENER)
            .setMetadataLogDirectory(folder)
            .setDirectories(List.of(folder))
            .setIgnoreFormatted(true)
            .setHasDynamicQuorum(false)
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      Files.createDirectories(settings.folder());
      formatter.run();
    } catch (Exception failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  private static Map<Integer, InetSocketAddress> voters(NodeSettings settings) {
    Map<Integer, InetSocketAddress> voters = new HashMap<>();
    for (int id = 1; id <= settings.nodes(); id++) {
      voters.put(
          id, new InetSocketAddress(LocalPorts.HOST, settings.controllerPorts().get(id - 1)));
    }
    return voters;
  }
}
