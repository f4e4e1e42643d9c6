package io.peerwatch.producers.simulate.yaml;

import static io.peerwatch.producers.simulate.yaml.Forms.HOST_NAME;
import static io.peerwatch.producers.simulate.yaml.Forms.MEMORY;
import static io.peerwatch.producers.simulate.yaml.Forms.NAME;
import static io.peerwatch.producers.simulate.yaml.Forms.number;
import static io.peerwatch.producers.simulate.yaml.Forms.plain;
import static io.peerwatch.producers.simulate.yaml.Forms.whole;
import static io.peerwatch.producers.simulate.yaml.Key.optional;
import static io.peerwatch.producers.simulate.yaml.Key.required;

import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.HostSize;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;

/** The keys of a group and of its hosts' sizes. */
final class GroupKeys {
  static final int HOSTS_MAX = 200_000;

  static final Key<Integer> CORES =
      optional("cores", whole(1, 1024), "required without sizes", "Logical processors of a host.");
  static final Key<Long> MEMORY_OF_HOST =
      optional("memory", MEMORY, "required without sizes", "Memory of a host.");
  static final Key<Double> DISK =
      optional(
          "diskOperations",
          number(1, 1e7),
          plain(HostSize.DISK_OPERATIONS_DEFAULT),
          "Operations a second that a host's disk can do.");
  static final Key<Double> NETWORK =
      optional(
          "networkBytes",
          number(1e3, 1e12),
          plain(HostSize.NETWORK_BYTES_DEFAULT),
          "Bytes a second that a host's network carries each way.");

  static final Key<Integer> SIZE_HOSTS =
      required("hosts", whole(1, HOSTS_MAX), "How many hosts of this size.");
  static final Key<Integer> SIZE_CORES = required("cores", whole(1, 1024), "Logical processors.");
  static final Key<Long> SIZE_MEMORY = required("memory", MEMORY, "Memory.");
  static final Keys SIZE_KEYS = Keys.of("size", SIZE_HOSTS, SIZE_CORES, SIZE_MEMORY, DISK, NETWORK);

  static final Key<String> NAME_OF_GROUP = required("name", NAME, "The group's name; unique.");
  static final Key<Integer> HOSTS =
      optional("hosts", whole(1, HOSTS_MAX), "required without sizes", "How many hosts.");
  static final Key<String> HOST_NAMES =
      optional(
          "hostName", HOST_NAME, "the group's name and -{n}", "Names; {n} is 01, 02, and so on.");
  static final Key<Tier> TIER =
      required("tier", Forms.oneOf(Tier.class, Forms::lowerCase), "What the hosts do.");
  static final Key<Workload> WORKLOAD =
      required("workload", Forms.oneOf(Workload.class, Forms::lowerCase), "Who gives them work.");
  static final SectionKey SIZES =
      new SectionKey(
          "sizes",
          SIZE_KEYS,
          true,
          "all alike",
          "Hosts of several sizes, in place of hosts, cores and memory.");
  static final SectionKey DEMAND =
      new SectionKey("demand", DemandKeys.KEYS, false, "by workload", "How much work comes.");
  static final SectionKey BALANCER =
      new SectionKey("balancer", BalancerKeys.KEYS, false, "usual", "How work comes to the hosts.");
  static final SectionKey SERVICE =
      new SectionKey("service", ServiceKeys.KEYS, false, "by tier", "What a request costs a host.");
  static final SectionKey JOBS =
      new SectionKey("jobs", JobKeys.KEYS, true, "none", "Work that starts by the clock.");
  static final Key<Double> DIFFERENCES =
      optional(
          "differences",
          number(0, 0.5),
          plain(GroupSpec.DIFFERENCES_DEFAULT),
          "Spread of the permanent differences between hosts, as a ratio.");
  static final Key<Double> NOISE =
      optional(
          "noise",
          number(0, 0.5),
          plain(GroupSpec.NOISE_DEFAULT),
          "Spread of what passes on a host, as a ratio; correlated over minutes.");
  static final Keys KEYS =
      Keys.of(
          "group",
          NAME_OF_GROUP,
          HOSTS,
          HOST_NAMES,
          TIER,
          WORKLOAD,
          CORES,
          MEMORY_OF_HOST,
          DISK,
          NETWORK,
          SIZES,
          DEMAND,
          BALANCER,
          SERVICE,
          JOBS,
          DIFFERENCES,
          NOISE);

  private GroupKeys() {}
}
