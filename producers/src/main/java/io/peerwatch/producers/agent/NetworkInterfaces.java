package io.peerwatch.producers.agent;

import static io.peerwatch.producers.agent.AgentMetrics.NETWORK_DROPPED;
import static io.peerwatch.producers.agent.AgentMetrics.NETWORK_ERRORS;
import static io.peerwatch.producers.agent.AgentMetrics.NETWORK_RECEIVE;
import static io.peerwatch.producers.agent.AgentMetrics.NETWORK_TRANSMIT;

import io.peerwatch.producers.agent.rate.Counter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;

/**
 * The machine's network interfaces. What the system makes itself (bridges, bonds, VLANs, tunnels,
 * containers' ends) would count the same bytes twice, except in a container, which has nothing
 * else.
 */
final class NetworkInterfaces {
  private static final Pattern LAID_OVER_OTHERS =
      Pattern.compile(
          "(lo|veth|docker|br-|virbr|cni|flannel|cali|lxc|lxd|vnet|ifb|dummy|bond|team|tun|tap|wg)"
              + ".*|.*[.@].*"); // VLANs are eth0.7 or eth0@if5

  private final HardwareAbstractionLayer hardware;
  private final Path devices;
  private List<NetworkIF> interfaces = List.of();

  /**
   * @param devices where Linux lists its interfaces; on other systems there is no such folder
   */
  NetworkInterfaces(HardwareAbstractionLayer hardware, Path devices) {
    this.hardware = hardware;
    this.devices = devices;
  }

  /** Looks for interfaces that were added or taken away. */
  void find() {
    List<NetworkIF> all = hardware.getNetworkIFs();
    Set<String> counted = counted(all.stream().map(NetworkIF::getName).toList());
    interfaces = all.stream().filter(found -> counted.contains(found.getName())).toList();
  }

  /** Those whose bytes are summed: real devices by what the system says of them, else by name. */
  Set<String> counted(List<String> names) {
    Set<String> real = names.stream().filter(this::isReal).collect(Collectors.toSet());
    return real.isEmpty()
        ? names.stream().filter(NetworkInterfaces::isPhysical).collect(Collectors.toSet())
        : real;
  }

  /** A device whose bytes are not another real device's as well (a virtual machine's fast path). */
  private boolean isReal(String name) {
    return isDevice(devices.resolve(name)) && !isDevice(devices.resolve(name).resolve("master"));
  }

  private static boolean isDevice(Path link) {
    try {
      return !link.toRealPath().toString().contains("/devices/virtual/");
    } catch (IOException e) {
      return false; // there is none, or it may not be looked at
    }
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
