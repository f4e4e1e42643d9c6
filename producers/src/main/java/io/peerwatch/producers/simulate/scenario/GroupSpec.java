package io.peerwatch.producers.simulate.scenario;

import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A group of hosts that do the same work.
 *
 * @param name the group's name
 * @param hostName pattern of the hosts' names; {@code {n}} stands for 1, 2, … with leading zeros
 * @param sizes its hosts by size, in the order of their numbers; at least one
 * @param differences spread of the permanent differences between hosts, as a ratio
 * @param noise spread of what passes on a host, as a ratio
 */
public record GroupSpec(
    String name,
    String hostName,
    Tier tier,
    Workload workload,
    List<SizedHosts> sizes,
    DemandSpec demand,
    BalancerSpec balancer,
    ServiceSpec service,
    List<JobSpec> jobs,
    double differences,
    double noise) {
  public static final String NUMBER = "{n}";
  public static final double DIFFERENCES_DEFAULT = 0.05;
  public static final double NOISE_DEFAULT = 0.04;

  public GroupSpec {
    sizes = List.copyOf(sizes);
    jobs = List.copyOf(jobs);
  }

  /** A group of equal hosts that is usual in everything else. */
  public static GroupSpec of(String name, int hosts, Tier tier, Workload workload, HostSize size) {
    return new GroupSpec(
        name,
        name + "-" + NUMBER,
        tier,
        workload,
        List.of(new SizedHosts(hosts, size)),
        DemandSpec.of(workload),
        BalancerSpec.DEFAULT,
        ServiceSpec.of(tier),
        List.of(),
        DIFFERENCES_DEFAULT,
        NOISE_DEFAULT);
  }

  /** The same under another demand. */
  public GroupSpec with(DemandSpec newDemand) {
    return new GroupSpec(
        name,
        hostName,
        tier,
        workload,
        sizes,
        newDemand,
        balancer,
        service,
        jobs,
        differences,
        noise);
  }

  /** How many hosts it has at first. */
  public int hosts() {
    return sizes.stream().mapToInt(SizedHosts::hosts).sum();
  }

  /** Names of its first hosts, beginning with number 1. */
  public List<String> hostNames() {
    return hostNames(1, hosts());
  }

  /** Names of hosts by number, both ends included; numbers have at least two digits. */
  public List<String> hostNames(int from, int to) {
    int digits = Math.max(2, Integer.toString(hosts()).length());
    return IntStream.rangeClosed(from, to)
        .mapToObj(n -> hostName.replace(NUMBER, leadingZeros(n, digits)))
        .toList();
  }

  /** Size of the host with this number, the first being 1; later ones are like the last. */
  public HostSize size(int number) {
    int before = 0;
    for (SizedHosts sized : sizes) {
      before += sized.hosts();
      if (number <= before) {
        return sized.size();
      }
    }
    return sizes.get(sizes.size() - 1).size();
  }

  private static String leadingZeros(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
