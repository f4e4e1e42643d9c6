package io.peerwatch.proof.bench.pipeline.fleet;

import io.peerwatch.proof.bench.judging.MadeUpMetric;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.topics.GroupPartitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Made-up hosts in groups of one size that do the same work: load that comes and goes, hosts that
 * differ a little, noise. The first host of the first group is plainly apart from a time on. One
 * seed, one fleet; the groups are spread evenly over the partitions, as large fleets are.
 */
public final class BenchFleet {
  private static final double UNLIKE = 0.1;
  private static final double DAY_AMPLITUDE = 0.35;
  private static final double DAY_MILLIS = 86_400_000;

  /** How many times as much of everything the host that is apart shows. */
  private static final double APART = 3;

  private final FleetShape shape;
  private final List<MadeUpMetric> metrics;
  private final List<String> groups;
  private final double[] gains;
  private final SplittableRandom random;
  private final long apartFrom;

  /**
   * @param apartFrom since when one host is apart, in epoch milliseconds
   */
  public BenchFleet(long seed, FleetShape shape, int partitions, long apartFrom) {
    this.shape = shape;
    this.metrics = MadeUpMetric.first(shape.metrics());
    this.groups = groupNames(shape.groups(), partitions);
    this.random = new SplittableRandom(seed);
    this.apartFrom = apartFrom;
    gains = new double[shape.hosts()];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = StrictMath.exp(UNLIKE * random.nextGaussian());
    }
  }

  private static List<String> groupNames(int count, int partitions) {
    List<String> names = new ArrayList<>();
    for (int number = 0; names.size() < count; number++) {
      String name = "bench-%05d".formatted(number);
      if (GroupPartitions.of(name, partitions) == names.size() % partitions) {
        names.add(name);
      }
    }
    return names;
  }

  public FleetShape shape() {
    return shape;
  }

  public List<String> groups() {
    return groups;
  }

  public String groupOf(int host) {
    return groups.get(host / shape.groupSize());
  }

  /** Name of the host that is apart, of the first of the groups. */
  public String apart() {
    return hostName(0);
  }

  /**
   * What the host measures then.
   *
   * @param host in [0, hosts)
   * @param timestamp in epoch milliseconds
   */
  public HostSample sample(int host, long timestamp) {
    double level = load(timestamp) * gains[host];
    boolean isApart = host == 0 && timestamp >= apartFrom;
    Map<String, Double> values = new HashMap<>(2 * metrics.size());
    for (MadeUpMetric metric : metrics) {
      double value = metric.value(isApart ? APART * level : level, random.nextGaussian());
      values.put(metric.name(), isApart && !metric.ratio() ? APART * value : value);
    }
    Instant at = Instant.ofEpochMilli(timestamp);
    return new HostSample(hostName(host), groupOf(host), at, values, Map.of());
  }

  private static double load(long timestamp) {
    return 1 - DAY_AMPLITUDE * StrictMath.cos(2 * Math.PI * timestamp / DAY_MILLIS);
  }

  private String hostName(int host) {
    return "host-%06d".formatted(host);
  }
}
