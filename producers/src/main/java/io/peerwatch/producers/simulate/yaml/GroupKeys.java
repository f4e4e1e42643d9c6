package io.peerwatch.producers.simulate.yaml;

import static io.peerwatch.producers.simulate.yaml.Forms.DURATION;
import static io.peerwatch.producers.simulate.yaml.Forms.DURATION_ABOVE_0;
import static io.peerwatch.producers.simulate.yaml.Forms.HOST_NAME;
import static io.peerwatch.producers.simulate.yaml.Forms.MEMORY;
import static io.peerwatch.producers.simulate.yaml.Forms.NAME;
import static io.peerwatch.producers.simulate.yaml.Forms.SIZE;
import static io.peerwatch.producers.simulate.yaml.Forms.YES_OR_NO;
import static io.peerwatch.producers.simulate.yaml.Forms.number;
import static io.peerwatch.producers.simulate.yaml.Forms.plain;
import static io.peerwatch.producers.simulate.yaml.Forms.whole;
import static io.peerwatch.producers.simulate.yaml.Key.list;
import static io.peerwatch.producers.simulate.yaml.Key.optional;
import static io.peerwatch.producers.simulate.yaml.Key.required;

import io.peerwatch.producers.simulate.scenario.BalancerSpec;
import io.peerwatch.producers.simulate.scenario.DemandSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.HostSize;
import io.peerwatch.producers.simulate.scenario.ServiceSpec;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import java.util.function.ToDoubleFunction;

/** The keys of a group and of what belongs to it. */
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

  static final Key<Double> LEVEL =
      optional(
          "level",
          number(0.001, 5),
          byWorkload(DemandSpec::level),
          "Mean share of the cores of the group's first hosts that requests keep busy. Above 1 is"
              + " more than they can serve.");
  static final Key<Double> REQUESTS =
      optional(
          "requestsPerSecond",
          number(0.001, 1e9),
          "by level",
          "Mean requests a second of the whole group, in place of level.");
  static final Key<Double> DAILY =
      optional(
          "daily",
          number(0, 1),
          byWorkload(DemandSpec::daily),
          "Swing over the day as a ratio of the mean; half of what lies between night and peak.");
  static final Key<Double> WEEKEND =
      optional(
          "weekend",
          number(0, 1),
          byWorkload(DemandSpec::weekend),
          "How far Saturday and Sunday lie below the working days, as a ratio.");
  static final Key<Double> PEAK_HOUR =
      optional(
          "peakHour",
          number(0, 24),
          byWorkload(DemandSpec::peakHour),
          "Local hour with the most work.");
  static final Key<Double> GROWTH =
      optional(
          "growthPerDay",
          number(-1, 10),
          "0",
          "By how much of the first day's mean demand grows every day.");
  static final Key<Double> DEMAND_NOISE =
      optional(
          "noise",
          number(0, 0.5),
          byWorkload(DemandSpec::noise),
          "Spread of the noise that all hosts of the group share, as a ratio; correlated over 1 and"
              + " 20 minutes and half a day.");
  static final Key<Double> BURSTS =
      optional(
          "burstsPerDay",
          number(0, 1000),
          byWorkload(DemandSpec::burstsPerDay),
          "How many bursts of requests come a day, at random; each fades within 7 minutes.");
  static final Key<Double> BURST_SIZE =
      optional(
          "burstSize",
          number(0, 10),
          byWorkload(DemandSpec::burstSize),
          "Mean size of a burst as a ratio of the demand; the tail is heavy.");
  static final Key<String> FOLLOWS =
      optional(
          "follows",
          NAME,
          "its own profile",
          "A group whose demand this one's rises and falls with; then only level or"
              + " requestsPerSecond and noise may be told.");
  static final Keys DEMAND_KEYS =
      Keys.of(
          "demand",
          LEVEL,
          REQUESTS,
          DAILY,
          WEEKEND,
          PEAK_HOUR,
          GROWTH,
          DEMAND_NOISE,
          BURSTS,
          BURST_SIZE,
          FOLLOWS);

  static final Key<Boolean> SHARED =
      optional(
          "shared",
          YES_OR_NO,
          Boolean.toString(BalancerSpec.DEFAULT.shared()),
          "Whether the hosts in service share the group's demand. If not, each has its own, as"
              + " shards have; then who else is in the group changes nothing.");
  static final Key<Boolean> BY_SIZE =
      optional(
          "bySize",
          YES_OR_NO,
          Boolean.toString(BalancerSpec.DEFAULT.bySize()),
          "Whether hosts get work in proportion to their cores; if not, all get the same.");
  static final Key<Double> UNEVENNESS =
      optional(
          "unevenness",
          number(0, 1),
          plain(BalancerSpec.DEFAULT.unevenness()),
          "Spread of the permanent differences between the hosts' shares, as a ratio.");
  static final Key<Double> DRIFT =
      optional(
          "drift",
          number(0, 1),
          plain(BalancerSpec.DEFAULT.drift()),
          "Spread of the slow changes of a host's share (over 6 hours), as a ratio.");
  static final Key<Double> WEIGHTS =
      list("weights", number(0, 1000), "1 each", "Weights of the first hosts.");
  static final Keys BALANCER_KEYS =
      Keys.of("balancer", SHARED, BY_SIZE, UNEVENNESS, DRIFT, WEIGHTS);

  static final Key<Double> CPU_SECONDS =
      service("cpuSeconds", 1e-6, 1e4, ServiceSpec::cpuSeconds, "CPU seconds of one request.");
  static final Key<Double> WAIT_SECONDS =
      service(
          "waitSeconds",
          0,
          1e3,
          ServiceSpec::waitSeconds,
          "Seconds that a request waits for other machines.");
  static final Key<Double> RECEIVE =
      service("receiveBytes", 0, 1e12, ServiceSpec::receiveBytes, "Network bytes in, of one.");
  static final Key<Double> TRANSMIT =
      service("transmitBytes", 0, 1e12, ServiceSpec::transmitBytes, "Network bytes out, of one.");
  static final Key<Double> READ_RATIO =
      service("readRatio", 0, 1, ServiceSpec::readRatio, "Share that reads; the others write.");
  static final Key<Double> READ_BYTES =
      service("readBytes", 0, 1e12, ServiceSpec::readBytes, "Bytes that a reading one needs.");
  static final Key<Double> WRITE_BYTES =
      service("writeBytes", 0, 1e12, ServiceSpec::writeBytes, "Bytes that a writing one writes.");
  static final Key<Double> CACHE_HIT =
      service(
          "cacheHit",
          0,
          1,
          ServiceSpec::cacheHit,
          "Share of what is read that memory holds; a cache fetches the rest over the network,"
              + " others from disk.");
  static final Key<Double> MEMORY_SHARE =
      service("memoryShare", 0.01, 0.95, ServiceSpec::memoryShare, "Memory in use at rest.");
  static final Key<Integer> PROCESSES =
      optional(
          "processes", whole(1, 100_000), byTier(ServiceSpec::processes), "Processes at rest.");
  static final Key<Integer> CONCURRENCY =
      optional(
          "concurrencyPerCore",
          whole(1, 10_000),
          byTier(ServiceSpec::concurrencyPerCore),
          "Requests that a host holds at once, per core; more are refused.");
  static final Keys SERVICE_KEYS =
      Keys.of(
          "service",
          CPU_SECONDS,
          WAIT_SECONDS,
          RECEIVE,
          TRANSMIT,
          READ_RATIO,
          READ_BYTES,
          WRITE_BYTES,
          CACHE_HIT,
          MEMORY_SHARE,
          PROCESSES,
          CONCURRENCY);

  static final Key<String> JOB_NAME = required("name", NAME, "What it is called.");
  static final Key<Long> EVERY =
      optional("every", DURATION_ABOVE_0, "24h", "Time between two starts.");
  static final Key<Long> AT =
      optional("at", DURATION, "0s", "When the first one starts, after the local midnight.");
  static final Key<Long> LENGTH =
      required("length", DURATION_ABOVE_0, "How long a run takes, give or take a tenth.");
  static final Key<Double> JOB_HOSTS =
      optional("hosts", number(0, 1), "1", "Share of the hosts that a run falls on, anew each.");
  static final Key<Double> JOB_CPU =
      optional("cpu", number(0, 1), "0", "Share of a host's cores that it keeps busy.");
  static final Key<Long> JOB_READ = optional("read", SIZE, "0", "What it reads a second.");
  static final Key<Long> JOB_WRITE = optional("write", SIZE, "0", "What it writes a second.");
  static final Key<Double> JOB_MEMORY =
      optional("memory", number(0, 1), "0", "Share of the memory that it takes.");
  static final Keys JOB_KEYS =
      Keys.of(
          "job", JOB_NAME, EVERY, AT, LENGTH, JOB_HOSTS, JOB_CPU, JOB_READ, JOB_WRITE, JOB_MEMORY);

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
      new SectionKey("demand", DEMAND_KEYS, false, "by workload", "How much work comes.");
  static final SectionKey BALANCER =
      new SectionKey("balancer", BALANCER_KEYS, false, "usual", "How work comes to the hosts.");
  static final SectionKey SERVICE =
      new SectionKey("service", SERVICE_KEYS, false, "by tier", "What a request costs a host.");
  static final SectionKey JOBS =
      new SectionKey("jobs", JOB_KEYS, true, "none", "Work that starts by the clock.");
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

  private static Key<Double> service(
      String name, double min, double max, ToDoubleFunction<ServiceSpec> usual, String meaning) {
    return optional(name, number(min, max), byTier(usual), meaning);
  }

  private static String byTier(ToDoubleFunction<ServiceSpec> usual) {
    var text = new StringBuilder();
    for (Tier tier : Tier.values()) {
      if (tier != Tier.UNKNOWN) {
        text.append(text.isEmpty() ? "" : ", ");
        text.append(Forms.lowerCase(tier)).append(' ');
        text.append(plain(usual.applyAsDouble(ServiceSpec.of(tier))));
      }
    }
    return text.toString();
  }

  private static String byWorkload(ToDoubleFunction<DemandSpec> usual) {
    var text = new StringBuilder();
    for (Workload workload : Workload.values()) {
      if (workload != Workload.UNKNOWN) {
        text.append(text.isEmpty() ? "" : ", ");
        text.append(Forms.lowerCase(workload)).append(' ');
        text.append(plain(usual.applyAsDouble(DemandSpec.of(workload))));
      }
    }
    return text.toString();
  }
}
