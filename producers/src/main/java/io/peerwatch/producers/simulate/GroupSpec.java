package io.peerwatch.producers.simulate;

import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A group of hosts of one size that do the same work.
 *
 * @param name the group's name
 * @param hosts how many there are
 * @param hostName pattern of their names; {@code {n}} stands for 1, 2, … with leading zeros
 * @param cores logical processors of each
 * @param memoryBytes memory of each
 * @param differences spread of the permanent differences between hosts, as a ratio
 * @param noise spread of what passes, as a ratio
 */
public record GroupSpec(
    String name,
    int hosts,
    String hostName,
    Tier tier,
    Workload workload,
    int cores,
    long memoryBytes,
    DemandProfile demand,
    double differences,
    double noise) {
  static final String NUMBER = "{n}";

  /** Names of the hosts, the first being number 1; numbers have at least two digits. */
  public List<String> hostNames() {
    int digits = Math.max(2, Integer.toString(hosts).length());
    return IntStream.rangeClosed(1, hosts)
        .mapToObj(n -> hostName.replace(NUMBER, ("%0" + digits + "d").formatted(n)))
        .toList();
  }
}
