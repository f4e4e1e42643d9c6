package io.peerwatch.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start on 127.0.0.1.
 *
 * @param brokers Kafka nodes, 1 to {@value #BROKERS_MAX}; each is broker and controller at once
 * @param brokerPort port of the first broker; the others take the ports after it. 0: free ones
 * @param registryPort port of the schema registry. 0: a free one
 * @param dataFolder where topics, schemas and the cluster's id are kept; made if missing
 * @param listeners more ways into every broker than the open one
 * @param brokerSettings Kafka's, which win over the ones chosen here
 */
public record LocalSettings(
    int brokers,
    int brokerPort,
    int registryPort,
    Path dataFolder,
    List<ExtraListener> listeners,
    Map<String, String> brokerSettings) {
  public static final int BROKERS_MAX = 5;
  public static final int BROKER_PORT_DEFAULT = 9092;
  public static final int REGISTRY_PORT_DEFAULT = 8081;

  private static final int PORT_MAX = 65_535;

  /** An open cluster as it comes. */
  public LocalSettings(int brokers, int brokerPort, int registryPort, Path dataFolder) {
    this(brokers, brokerPort, registryPort, dataFolder, List.of(), Map.of());
  }

  public LocalSettings {
    listeners = List.copyOf(listeners);
    brokerSettings = Map.copyOf(brokerSettings);
    if (brokers < 1 || brokers > BROKERS_MAX) {
      throw new LocalStartException(
          "%d brokers can't be started; choose 1 to %d with --brokers"
              .formatted(brokers, BROKERS_MAX));
    }
    requirePort(brokerPort, brokers, "--port");
    requirePort(registryPort, 1, "--registry-port");
    if (brokerPort != 0 && registryPort >= brokerPort && registryPort < brokerPort + brokers) {
      throw new LocalStartException(
          "port %d is asked for by a broker and by the registry; choose another with --registry-port"
              .formatted(registryPort));
    }
  }

  private static void requirePort(int first, int count, String option) {
    if (first < 0 || first + count - 1 > PORT_MAX) {
      throw new LocalStartException(
          "%d is no usable port; choose one up to %d with %s, or 0 for a free one"
              .formatted(first, PORT_MAX - count + 1, option));
    }
  }
}
