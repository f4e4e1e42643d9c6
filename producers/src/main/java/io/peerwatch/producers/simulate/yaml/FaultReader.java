package io.peerwatch.producers.simulate.yaml;

import io.peerwatch.producers.simulate.metric.Metric;
import io.peerwatch.producers.simulate.scenario.FaultKind;
import io.peerwatch.producers.simulate.scenario.FaultSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the faults of a scenario. */
final class FaultReader {
  private final long historyMillis;
  private final FleetHosts fleet;
  private final List<FaultSpec> read = new ArrayList<>();

  FaultReader(long historyMillis, FleetHosts fleet) {
    this.historyMillis = historyMillis;
    this.fleet = fleet;
  }

  /** What was read so far. */
  List<FaultSpec> faults() {
    return read;
  }

  void read(YamlSection section) {
    FaultKind kind = section.require(TroubleKeys.FAULT);
    String host = section.require(TroubleKeys.HOST);
    var fault =
        new FaultSpec(
            kind,
            home(section, host),
            host,
            section.require(TroubleKeys.STARTS).millis(historyMillis),
            section.require(TroubleKeys.LASTS),
            strength(section, kind),
            section.get(TroubleKeys.RAMP).orElse(0L),
            metrics(section),
            amountMillis(section, kind),
            section.get(TroubleKeys.DRIFT_PER_HOUR).orElse(0L));
    refuseKeysOfOtherKinds(section, kind);
    refuseOverlaps(section, fault);
    read.add(fault);
  }

  private String home(YamlSection section, String host) {
    var told = section.get(TroubleKeys.GROUP_OF_HOST);
    if (told.isPresent() && !fleet.hasGroup(told.get())) {
      section.problemAt(TroubleKeys.GROUP_OF_HOST, fleet.unknownGroup(told.get()));
      return told.get();
    }
    List<String> homes =
        fleet.groupsOf(host).stream().filter(g -> told.isEmpty() || told.get().equals(g)).toList();
    if (homes.isEmpty() && section.has(TroubleKeys.HOST)) {
      section.problemAt(TroubleKeys.HOST, fleet.unknownHost(host, told));
    } else if (homes.size() > 1) {
      section.problemAt(
          TroubleKeys.HOST,
          "several groups have a host '"
              + host
              + "': name the fault's group, one of "
              + String.join(", ", homes));
    }
    return homes.isEmpty() ? "" : homes.get(0);
  }

  private static double strength(YamlSection section, FaultKind kind) {
    double strength = section.get(TroubleKeys.STRENGTH).orElse(kind.strengthDefault());
    if (strength > kind.strengthMax()) {
      section.problemAt(
          TroubleKeys.STRENGTH,
          "'strength' of %s must lie within 0 and %s (%s)"
              .formatted(kind.label(), Forms.plain(kind.strengthMax()), kind.strengthMeaning()));
    }
    return strength;
  }

  private static List<String> metrics(YamlSection section) {
    List<String> metrics = section.list(TroubleKeys.METRICS);
    for (String metric : metrics) {
      if (Metric.named(metric) == null) {
        section.problemAt(
            TroubleKeys.METRICS,
            "'metrics' must be names that simulated hosts send"
                + Nearest.notBut(metric, Metric.NAMES));
        return List.of();
      }
    }
    return metrics;
  }

  private static long amountMillis(YamlSection section, FaultKind kind) {
    return switch (kind) {
      case LAG -> section.get(TroubleKeys.DELAY).orElse(kind.amountMillisDefault());
      case SKEWED_CLOCK -> section.get(TroubleKeys.OFFSET).orElse(kind.amountMillisDefault());
      case FLAPPING -> section.get(TroubleKeys.EVERY).orElse(kind.amountMillisDefault());
      default -> 0;
    };
  }

  private static void refuseKeysOfOtherKinds(YamlSection section, FaultKind kind) {
    Map<AnyKey, Boolean> taken =
        Map.of(
            TroubleKeys.METRICS, kind.takesMetrics(),
            TroubleKeys.DELAY, kind == FaultKind.LAG,
            TroubleKeys.OFFSET, kind == FaultKind.SKEWED_CLOCK,
            TroubleKeys.DRIFT_PER_HOUR, kind == FaultKind.SKEWED_CLOCK,
            TroubleKeys.EVERY, kind == FaultKind.FLAPPING);
    for (AnyKey key : TroubleKeys.FAULT_KEYS.all()) {
      if (section.has(key) && !taken.getOrDefault(key, true)) {
        section.problemAt(key, "'" + key.name() + "' means nothing for a " + kind.label());
      }
    }
  }

  /** Two of a kind would add up to one that nobody told; under a silence nothing is seen. */
  private void refuseOverlaps(YamlSection section, FaultSpec fault) {
    for (FaultSpec other : read) {
      boolean meet =
          other.host().equals(fault.host())
              && other.group().equals(fault.group())
              && other.startMillis() < fault.endMillis()
              && fault.startMillis() < other.endMillis();
      if (meet && other.kind() == fault.kind()) {
        section.problemAt(
            TroubleKeys.STARTS,
            "overlaps another %s of %s".formatted(fault.kind().label(), fault.host()));
      } else if (meet && (hides(other, fault) || hides(fault, other))) {
        section.problemAt(
            TroubleKeys.STARTS,
            "%s of %s can't be seen all the time: it overlaps a silence of the same host"
                .formatted(fault.kind().label(), fault.host()));
      }
    }
  }

  private static boolean hides(FaultSpec silence, FaultSpec other) {
    return silence.kind() == FaultKind.SILENCE && other.kind() != FaultKind.SILENCE;
  }
}
