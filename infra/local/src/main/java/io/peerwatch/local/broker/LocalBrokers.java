package io.peerwatch.local.broker;

import io.peerwatch.local.ExtraListener;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.local.LocalStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The Kafka nodes of a local cluster: ids 1 to N, started and stopped together or one by one. */
public final class LocalBrokers implements AutoCloseable {
  /** Long enough to hand leadership over; only a cluster that lost its quorum uses it up. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  /** Nobody is left to elect a leader when all stop. */
  private static final Duration ELECTION_TIMEOUT = Duration.ofMillis(200);

  private final DataFolder data;
  private final List<Integer> brokerPorts;
  private final List<Integer> controllerPorts;
  private final Map<ExtraListener, List<Integer>> listenerPorts;
  private final Map<String, String> brokerSettings;
  private final Map<Integer, KafkaNode> running = new ConcurrentSkipListMap<>();

  private LocalBrokers(
      DataFolder data,
      List<Integer> brokerPorts,
      List<Integer> controllerPorts,
      Map<ExtraListener, List<Integer>> listenerPorts,
      Map<String, String> brokerSettings) {
    this.data = data;
    this.brokerPorts = brokerPorts;
    this.controllerPorts = controllerPorts;
    this.listenerPorts = listenerPorts;
    this.brokerSettings = brokerSettings;
  }

  /** Checks ports and folder, then starts all nodes at once; returns when all serve clients. */
  public static LocalBrokers start(LocalSettings settings) {
    int count = settings.brokers();
    List<Integer> fixed = fixedPorts(settings);
    List<Integer> spokenFor = new ArrayList<>(fixed);
    spokenFor.add(settings.registryPort());
    int kinds = 2 + settings.listeners().size();
    List<Integer> free = List.copyOf(LocalPorts.free(kinds * count, spokenFor));
    Map<ExtraListener, List<Integer>> listenerPorts = new LinkedHashMap<>();
    for (ExtraListener listener : settings.listeners()) {
      int from = (2 + listenerPorts.size()) * count;
      listenerPorts.put(listener, free.subList(from, from + count));
    }
    DataFolder data = DataFolder.open(settings.dataFolder(), count);
    LocalBrokers brokers =
        new LocalBrokers(
            data,
            fixed.isEmpty() ? free.subList(0, count) : fixed,
            free.subList(count, 2 * count),
            listenerPorts,
            settings.brokerSettings());
    brokers.startAll(settings.dataFolder());
    return brokers;
  }

  /** As clients take it: {@code host:port,…}, all nodes, also those stopped for now. */
  public String bootstrapServers() {
    return servers(brokerPorts);
  }

  /** The same by one of the settings' listeners. */
  public String bootstrapServers(ExtraListener listener) {
    return servers(listenerPorts.get(listener));
  }

  private static String servers(List<Integer> ports) {
    return ports.stream()
        .map(port -> LocalPorts.HOST + ":" + port)
        .collect(Collectors.joining(","));
  }

  /** Kept with the data: the same after a restart. */
  public String clusterId() {
    return data.identity().clusterId();
  }

  /** Stops one node, broker and controller; the others go on without it. */
  public synchronized void stop(int nodeId) {
    KafkaNode node = running.remove(nodeId);
    if (node == null) {
      throw new IllegalArgumentException("broker " + nodeId + " isn't running");
    }
    node.stopBroker(STOP_TIMEOUT);
    node.stopController();
  }

  /** Starts a stopped node again, on the same port and data; returns when it serves clients. */
  public synchronized void start(int nodeId) {
    if (nodeId < 1 || nodeId > brokerPorts.size() || running.containsKey(nodeId)) {
      throw new IllegalArgumentException("broker " + nodeId + " isn't a stopped one");
    }
    startNode(nodeId);
  }

  /** Stops all that run; brokers leave first, while the quorum still stands, then controllers. */
  public synchronized void stopAll() {
    Set<Integer> ids = Set.copyOf(running.keySet());
    try {
      InParallel.run("stop-broker", ids, id -> running.get(id).stopBroker(STOP_TIMEOUT));
    } finally {
      stopControllers(ids);
    }
  }

  /** Starts all that are stopped, at once; returns when they serve clients. */
  public synchronized void startAll() {
    InParallel.run(
        "start-broker",
        IntStream.rangeClosed(1, brokerPorts.size())
            .boxed()
            .filter(id -> !running.containsKey(id))
            .toList(),
        this::startNode);
  }

  @Override
  public synchronized void close() {
    try {
      stopAll();
    } finally {
      data.close();
    }
  }

  private void stopControllers(Set<Integer> ids) {
    try {
      InParallel.run(
          "stop-controller", ids, id -> running.get(id).stopLastControllers(ELECTION_TIMEOUT));
    } finally {
      running.clear();
    }
  }

  private void startAll(Path folder) {
    try {
      startAll();
    } catch (RuntimeException failure) {
      closeAfter(failure);
      throw new LocalStartException(
          "the broker can't start on the data in %s (%s); choose another folder with --data"
              .formatted(folder, failure.getMessage()),
          failure);
    }
  }

  private void startNode(int nodeId) {
    KafkaNode node =
        new KafkaNode(
            new NodeSettings(
                nodeId,
                clusterId(),
                brokerPorts.get(nodeId - 1),
                controllerPorts,
                data.nodeFolder(nodeId),
                listenersOf(nodeId),
                brokerSettings));
    running.put(nodeId, node);
    node.start();
  }

  private Map<ExtraListener, Integer> listenersOf(int nodeId) {
    Map<ExtraListener, Integer> ports = new LinkedHashMap<>();
    listenerPorts.forEach((listener, all) -> ports.put(listener, all.get(nodeId - 1)));
    return ports;
  }

  private void closeAfter(Exception failure) {
    try {
      close();
    } catch (RuntimeException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  private static List<Integer> fixedPorts(LocalSettings settings) {
    List<Integer> ports = new ArrayList<>();
    for (int node = 0; settings.brokerPort() != 0 && node < settings.brokers(); node++) {
      int port = settings.brokerPort() + node;
      LocalPorts.requireFree(port, "--port");
      ports.add(port);
    }
    return ports;
  }
}
