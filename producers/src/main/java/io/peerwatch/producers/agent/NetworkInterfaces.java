package io.peerwatch.producers.agent;

import static io.peerwatch.detection.metric.MetricDictionary.NETWORK_LIMIT;
import static io.peerwatch.producers.agent.AgentMetrics.NETWORK_DROPPED;
import static io.peerwatch.producers.agent.AgentMetrics.NETWORK_ERRORS;
import static io.peerwatch.producers.agent.AgentMetrics.NETWORK_RECEIVE;
import static io.peerwatch.producers.agent.AgentMetrics.NETWORK_TRANSMIT;

import io.peerwatch.producers.agent.rate.Counter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.hardware.NetworkIF.IfOperStatus;

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

  private static final Set<IfOperStatus> DOWN =
      EnumSet.of(IfOperStatus.DOWN, IfOperStatus.NOT_PRESENT, IfOperStatus.LOWER_LAYER_DOWN);

  private final HardwareAbstractionLayer hardware;
  private final Path devices;
  private List<NetworkIF> interfaces = List.of();

  /** Whether what the interfaces say of their speed is about a wire. */
  private boolean wired;

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
    wired = areWired(counted);
  }

  /** Those whose bytes are summed: real devices by what the system says of them, else by name. */
  Set<String> counted(List<String> names) {
    Set<String> real = names.stream().filter(this::isReal).collect(Collectors.toSet());
    return real.isEmpty()
        ? names.stream().filter(NetworkInterfaces::isPhysical).collect(Collectors.toSet())
        : real;
  }

  /** Linux's virtual interfaces name a speed that nothing has; other systems' are taken as real. */
  boolean areWired(Set<String> counted) {
    return !Files.isDirectory(devices) || counted.stream().allMatch(this::isReal);
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

  /**
   * Reads what the interfaces have counted, and how much they carry together where all that are up
   * tell it.
   */
  void read(Map<String, Double> gauges, Map<Counter, Double> counters) {
    List<Link> links = new ArrayList<>();
    for (NetworkIF link : interfaces) {
      if (link.updateAttributes()) {
        String name = link.getName();
        counters.put(new Counter(NETWORK_RECEIVE, name), (double) link.getBytesRecv());
        counters.put(new Counter(NETWORK_TRANSMIT, name), (double) link.getBytesSent());
        counters.put(new Counter(NETWORK_DROPPED, name), (double) link.getInDrops());
        double errors = (double) link.getInErrors() + link.getOutErrors();
        counters.put(new Counter(NETWORK_ERRORS, name), errors);
        links.add(new Link(!DOWN.contains(link.getIfOperStatus()), link.getSpeed()));
      }
    }
    if (wired) {
      Link.bandwidth(links).ifPresent(bytes -> gauges.put(NETWORK_LIMIT, bytes));
    }
  }

  /**
   * One interface.
   *
   * @param up whether it may carry something
   * @param bitsPerSecond in one direction; none that a wire has where the system does not know it
   */
  record Link(boolean up, long bitsPerSecond) {
    private static final long SLOWEST = 1_000_000;
    private static final long FASTEST = 10_000_000_000_000L;

    /** Bytes a second of all that are up; empty where one does not tell, or none is up. */
    static OptionalDouble bandwidth(List<Link> links) {
      double bits = 0;
      for (Link link : links) {
        if (link.up) {
          bits += link.tells() ? link.bitsPerSecond : Double.NaN;
        }
      }
      return bits > 0 ? OptionalDouble.of(bits / Byte.SIZE) : OptionalDouble.empty();
    }

    private boolean tells() {
      return bitsPerSecond >= SLOWEST && bitsPerSecond <= FASTEST;
    }
  }

  static boolean isPhysical(String name) {
    return !LAID_OVER_OTHERS.matcher(name).matches();
  }
}
