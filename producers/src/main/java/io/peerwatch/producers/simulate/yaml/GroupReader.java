package io.peerwatch.producers.simulate.yaml;

import io.peerwatch.producers.simulate.scenario.BalancerSpec;
import io.peerwatch.producers.simulate.scenario.DemandSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.HostSize;
import io.peerwatch.producers.simulate.scenario.JobSpec;
import io.peerwatch.producers.simulate.scenario.ServiceSpec;
import io.peerwatch.producers.simulate.scenario.SizedHosts;
import io.peerwatch.schemas.avro.Tier;
import io.peerwatch.schemas.avro.Workload;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one group. */
final class GroupReader {
  private static final long DAY_MILLIS = 86_400_000;

  private GroupReader() {}

  static GroupSpec read(YamlSection section) {
    String name = section.require(GroupKeys.NAME_OF_GROUP);
    Tier tier = section.require(GroupKeys.TIER);
    Workload workload = section.require(GroupKeys.WORKLOAD);
    List<SizedHosts> sizes = sizes(section);
    return new GroupSpec(
        name,
        section.get(GroupKeys.HOST_NAMES).orElse(name + "-" + GroupSpec.NUMBER),
        tier,
        workload,
        sizes,
        demand(section.section(GroupKeys.DEMAND), DemandSpec.of(workload)),
        balancer(section, sizes),
        service(section.section(GroupKeys.SERVICE), ServiceSpec.of(tier)),
        jobs(section),
        section.get(GroupKeys.DIFFERENCES).orElse(GroupSpec.DIFFERENCES_DEFAULT),
        section.get(GroupKeys.NOISE).orElse(GroupSpec.NOISE_DEFAULT));
  }

  private static List<SizedHosts> sizes(YamlSection section) {
    if (section.has(GroupKeys.SIZES)) {
      Stream.of(
              GroupKeys.HOSTS,
              GroupKeys.CORES,
              GroupKeys.MEMORY_OF_HOST,
              GroupKeys.DISK,
              GroupKeys.NETWORK)
          .filter(section::has)
          .forEach(
              key ->
                  section.problemAt(
                      key, "'" + key.name() + "' and 'sizes' exclude each other: sizes tell it"));
      List<SizedHosts> sizes =
          section.sections(GroupKeys.SIZES).stream().map(GroupReader::size).toList();
      if (sizes.isEmpty()) {
        section.problemAt(GroupKeys.SIZES, "'sizes' must list at least one size");
      }
      return sizes.isEmpty() ? List.of(new SizedHosts(1, HostSize.of(1, 1 << 30))) : sizes;
    }
    return List.of(
        new SizedHosts(
            section.require(GroupKeys.HOSTS),
            new HostSize(
                section.require(GroupKeys.CORES),
                section.require(GroupKeys.MEMORY_OF_HOST),
                section.get(GroupKeys.DISK).orElse(HostSize.DISK_OPERATIONS_DEFAULT),
                section.get(GroupKeys.NETWORK).orElse(HostSize.NETWORK_BYTES_DEFAULT))));
  }

  private static SizedHosts size(YamlSection section) {
    return new SizedHosts(
        section.require(GroupKeys.SIZE_HOSTS),
        new HostSize(
            section.require(GroupKeys.SIZE_CORES),
            section.require(GroupKeys.SIZE_MEMORY),
            section.get(GroupKeys.DISK).orElse(HostSize.DISK_OPERATIONS_DEFAULT),
            section.get(GroupKeys.NETWORK).orElse(HostSize.NETWORK_BYTES_DEFAULT)));
  }

  private static DemandSpec demand(YamlSection section, DemandSpec usual) {
    if (section.has(DemandKeys.LEVEL) && section.has(DemandKeys.REQUESTS)) {
      section.problemAt(
          DemandKeys.REQUESTS, "'requestsPerSecond' and 'level' exclude each other: tell one");
    }
    var follows = section.get(DemandKeys.FOLLOWS);
    if (follows.isPresent()) {
      Stream.of(
              DemandKeys.DAILY,
              DemandKeys.WEEKEND,
              DemandKeys.PEAK_HOUR,
              DemandKeys.GROWTH,
              DemandKeys.BURSTS,
              DemandKeys.BURST_SIZE)
          .filter(section::has)
          .forEach(
              key ->
                  section.problemAt(
                      key, "'" + key.name() + "' comes from the group that 'follows' names"));
    }
    boolean own = follows.isEmpty();
    return new DemandSpec(
        section.get(DemandKeys.LEVEL).orElse(usual.level()),
        section.get(DemandKeys.REQUESTS).map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
        own ? section.get(DemandKeys.DAILY).orElse(usual.daily()) : 0,
        own ? section.get(DemandKeys.WEEKEND).orElse(usual.weekend()) : 0,
        section.get(DemandKeys.PEAK_HOUR).orElse(usual.peakHour()),
        section.get(DemandKeys.GROWTH).orElse(0.0),
        section.get(DemandKeys.DEMAND_NOISE).orElse(usual.noise()),
        own ? section.get(DemandKeys.BURSTS).orElse(usual.burstsPerDay()) : 0,
        section.get(DemandKeys.BURST_SIZE).orElse(usual.burstSize()),
        follows);
  }

  private static BalancerSpec balancer(YamlSection group, List<SizedHosts> sizes) {
    YamlSection section = group.section(GroupKeys.BALANCER);
    BalancerSpec usual = BalancerSpec.DEFAULT;
    List<Double> weights = section.list(BalancerKeys.WEIGHTS);
    int hosts = sizes.stream().mapToInt(SizedHosts::hosts).sum();
    if (weights.size() > hosts) {
      section.problemAt(
          BalancerKeys.WEIGHTS, "'weights' lists " + weights.size() + " for " + hosts + " hosts");
    }
    return new BalancerSpec(
        section.get(BalancerKeys.SHARED).orElse(usual.shared()),
        section.get(BalancerKeys.BY_SIZE).orElse(usual.bySize()),
        section.get(BalancerKeys.UNEVENNESS).orElse(usual.unevenness()),
        section.get(BalancerKeys.DRIFT).orElse(usual.drift()),
        weights);
  }

  private static ServiceSpec service(YamlSection section, ServiceSpec usual) {
    return new ServiceSpec(
        section.get(ServiceKeys.CPU_SECONDS).orElse(usual.cpuSeconds()),
        section.get(ServiceKeys.WAIT_SECONDS).orElse(usual.waitSeconds()),
        section.get(ServiceKeys.RECEIVE).orElse(usual.receiveBytes()),
        section.get(ServiceKeys.TRANSMIT).orElse(usual.transmitBytes()),
        section.get(ServiceKeys.READ_RATIO).orElse(usual.readRatio()),
        section.get(ServiceKeys.READ_BYTES).orElse(usual.readBytes()),
        section.get(ServiceKeys.WRITE_BYTES).orElse(usual.writeBytes()),
        section.get(ServiceKeys.CACHE_HIT).orElse(usual.cacheHit()),
        section.get(ServiceKeys.MEMORY_SHARE).orElse(usual.memoryShare()),
        section.get(ServiceKeys.PROCESSES).orElse(usual.processes()),
        section.get(ServiceKeys.CONCURRENCY).orElse(usual.concurrencyPerCore()),
        usual.measured());
  }

  private static List<JobSpec> jobs(YamlSection group) {
    Set<String> names = new HashSet<>();
    return group.sections(GroupKeys.JOBS).stream().map(section -> job(section, names)).toList();
  }

  private static JobSpec job(YamlSection section, Set<String> names) {
    var job =
        new JobSpec(
            section.require(JobKeys.JOB_NAME),
            section.get(JobKeys.EVERY).orElse(DAY_MILLIS),
            section.get(JobKeys.AT).orElse(0L),
            section.require(JobKeys.LENGTH),
            section.get(JobKeys.JOB_HOSTS).orElse(1.0),
            section.get(JobKeys.JOB_CPU).orElse(0.0),
            section.get(JobKeys.JOB_READ).orElse(0L),
            section.get(JobKeys.JOB_WRITE).orElse(0L),
            section.get(JobKeys.JOB_MEMORY).orElse(0.0));
    if (!names.add(job.name())) {
      section.problemAt(JobKeys.JOB_NAME, "job '" + job.name() + "' comes twice in its group");
    }
    if (job.lengthMillis() > job.everyMillis()) {
      section.problemAt(
          JobKeys.LENGTH, "'length' must not be longer than 'every': a run would meet the next");
    }
    return job;
  }
}
