package io.peerwatch.producers.agent;

import static io.peerwatch.producers.agent.AgentMetrics.NETWORK_DROPPED;
import static io.peerwatch.producers.agent.AgentMetrics.NETWORK_ERRORS;
import static io.peerwatch.producers.agent.AgentMetrics.NETWORK_RECEIVE;
import static io.peerwatch.producers.agent.AgentMetrics.NETWORK_TRANSMIT;

import io.peerwatch.producers.agent.rate.Counter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;

/** The machine's network interfaces; bridges, bonds and containers' ends would count twice. */
final class NetworkInterfaces {
  private static final Pattern LAID_OVER_OTHERS =
      Pattern.compile(
          "(lo|veth|docker|br-|virbr|cni|flannel|cali|lxc|vnet|ifb|dummy|bond|team|tun|tap|wg).*"
              + "|.*[.@].*"); // VLANs are eth0.7 or eth0@if5

  private final HardwareAbstractionLayer hardware;
  private List<NetworkIF> interfaces = List.of();

  NetworkInterfaces(HardwareAbstractionLayer hardware) {
    this.hardware = hardware;
  }

  /** Looks for interfaces that were added or taken away. */
  void find() {
    interfaces =
        hardware.getNetworkIFs().stream().filter(found -> isPhysical(found.getName())).toList();
  }

  void read(Map<Counter, Double> counters) {
    for (NetworkIF link : interfaces) {
      if (link.updateAttributes()) {
        String name = link.getName();
        counters.put(new Counter(NETWORK_RECEIVE, name), (double) link.getBytesRecv());
        counters.put(new Counter(NETWORK_TRANSMIT, name), (double) link.getBytesSent());
        counters.put(new Counter(NETWORK_DROPPED, name), (double) link.getInDrops());
        double errors = (double) link.getInErrors() + link.getOutErrors();
        counters.put(new Counter(NETWORK_ERRORS, name), errors);
      }
    }
  }

  static boolean isPhysical(String name) {
    return !LAID_OVER_OTHERS.matcher(name).matches();
  }
}
