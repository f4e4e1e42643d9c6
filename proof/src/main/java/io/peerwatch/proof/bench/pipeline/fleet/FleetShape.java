package io.peerwatch.proof.bench.pipeline.fleet;

/**
 * How large a fleet is.
 *
 * @param hosts in all, at least 2; a whole number of groups
 * @param groupSize hosts in a group, at least 2
 * @param metrics in a sample, at least 1
 */
public record FleetShape(int hosts, int groupSize, int metrics) {
  private static final int HOSTS_MAX = 1_000_000;
  private static final int GROUP_SIZE_MAX = 20_000;
  private static final int METRICS_MAX = 200;

  public FleetShape {
    require(groupSize >= 2 && groupSize <= GROUP_SIZE_MAX, "a group has 2 to 20000 hosts");
    require(
        hosts >= groupSize && hosts <= HOSTS_MAX,
        "a fleet has one group (%d hosts) to 1000000 hosts, not %d".formatted(groupSize, hosts));
    require(
        hosts % groupSize == 0,
        "%d hosts do not make whole groups of %d".formatted(hosts, groupSize));
    require(metrics >= 1 && metrics <= METRICS_MAX, "a sample has 1 to 200 metrics");
  }

  public int groups() {
    return hosts / groupSize;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
