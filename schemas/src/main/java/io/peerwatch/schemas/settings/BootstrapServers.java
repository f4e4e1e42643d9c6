package io.peerwatch.schemas.settings;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/** The list of brokers that a client asks first. */
public final class BootstrapServers {
  private static final int PORT_MAX = 65_535;

  private BootstrapServers() {}

  /** The addresses in order, not yet looked up. */
  public static List<InetSocketAddress> parse(String bootstrapServers) {
    var addresses =
        Stream.of(bootstrapServers.split(",", -1))
            .map(String::strip)
            .filter(server -> !server.isEmpty())
            .map(BootstrapServers::address)
            .toList();
    if (addresses.isEmpty()) {
      throw new SettingsException("no broker given: name one as host:port (--bootstrap-servers)");
    }
    return addresses;
  }

  private static InetSocketAddress address(String server) {
    String host = Utils.getHost(server);
    Integer port = Utils.getPort(server);
    if (host == null || port == null || port < 1 || port > PORT_MAX) {
      throw new SettingsException("'%s' is not host:port (--bootstrap-servers)".formatted(server));
    }
    return InetSocketAddress.createUnresolved(host, port);
  }
}
