package io.peerwatch.producers.simulate.yaml;

import io.peerwatch.producers.simulate.scenario.EventKind;
import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.HostSize;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the harmless events of a scenario. */
final class EventReader {
  private static final Set<EventKind> DEPLOYS =
      EnumSet.of(EventKind.ROLLING_DEPLOY, EventKind.DEPLOY_AT_ONCE);
  private static final Set<EventKind> FLOWS = EnumSet.of(EventKind.SURGE, EventKind.FAILOVER);
  private static final Set<EventKind> SIZED =
      EnumSet.of(EventKind.BIGGER_HOSTS, EventKind.HOSTS_JOIN);
  private static final Map<AnyKey, Set<EventKind>> KINDS_BY_KEY =
      Map.ofEntries(
          Map.entry(
              TroubleKeys.HOSTS,
              EnumSet.complementOf(
                  EnumSet.of(EventKind.SURGE, EventKind.FAILOVER, EventKind.HOSTS_JOIN))),
          Map.entry(TroubleKeys.COUNT, EnumSet.of(EventKind.HOSTS_JOIN)),
          Map.entry(TroubleKeys.TO, EnumSet.of(EventKind.FAILOVER)),
          Map.entry(TroubleKeys.EVENT_STRENGTH, FLOWS),
          Map.entry(TroubleKeys.EVENT_RAMP, FLOWS),
          Map.entry(
              TroubleKeys.RESTART,
              EnumSet.of(
                  EventKind.ROLLING_DEPLOY, EventKind.DEPLOY_AT_ONCE, EventKind.BIGGER_HOSTS)),
          Map.entry(TroubleKeys.COST, DEPLOYS),
          Map.entry(TroubleKeys.MEMORY, DEPLOYS),
          Map.entry(TroubleKeys.UNEVENNESS, DEPLOYS),
          Map.entry(TroubleKeys.CORES, SIZED),
          Map.entry(TroubleKeys.MEMORY_OF_HOST, SIZED));

  private final long historyMillis;
  private final Map<String, GroupSpec> groups;

  EventReader(long historyMillis, Map<String, GroupSpec> groups) {
    this.historyMillis = historyMillis;
    this.groups = groups;
  }

  EventSpec read(YamlSection section) {
    EventKind kind = section.require(TroubleKeys.EVENT);
    String group = section.require(TroubleKeys.GROUP);
    requireGroup(section, TroubleKeys.GROUP, group);
    EventSpec usual = EventSpec.of(kind, group, 0, 1);
    var event =
        new EventSpec(
            kind,
            group,
            section.require(TroubleKeys.STARTS).millis(historyMillis),
            section.require(TroubleKeys.TAKES),
            section.list(TroubleKeys.HOSTS),
            section.get(TroubleKeys.COUNT).orElse(kind == EventKind.HOSTS_JOIN ? 1 : 0),
            section.get(TroubleKeys.TO).orElse(""),
            section.get(TroubleKeys.EVENT_STRENGTH).orElse(usual.strength()),
            section.get(TroubleKeys.EVENT_RAMP).orElse(0L),
            section.get(TroubleKeys.RESTART).orElse(usual.restartMillis()),
            section.get(TroubleKeys.COST).orElse(1.0),
            section.get(TroubleKeys.MEMORY).orElse(0.0),
            section.get(TroubleKeys.UNEVENNESS).orElse(0.0),
            size(section, kind, group));
    refuseKeysOfOtherKinds(section, kind);
    check(section, event);
    return event;
  }

  /** Notes hosts that are in no group once all events are known. */
  static void checkHosts(YamlSection section, EventSpec event, FleetHosts fleet) {
    for (String host : event.hosts()) {
      if (fleet.hasGroup(event.group()) && !fleet.hasHost(event.group(), host)) {
        section.problemAt(TroubleKeys.HOSTS, fleet.unknownHost(host, Optional.of(event.group())));
      }
    }
  }

  private void check(YamlSection section, EventSpec event) {
    if (event.kind() == EventKind.FAILOVER) {
      if (event.to().isEmpty()) {
        section.problem("'to' is missing: the group that gets the requests");
      } else {
        requireGroup(section, TroubleKeys.TO, event.to());
      }
      if (event.to().equals(event.group())) {
        section.problemAt(TroubleKeys.TO, "'to' must be another group than '" + event.to() + "'");
      }
      if (event.strength() > 1) {
        section.problemAt(
            TroubleKeys.EVENT_STRENGTH, "'strength' of a failover must lie within 0 and 1");
      }
    }
    if (event.kind() == EventKind.HOSTS_LEAVE && event.hosts().isEmpty()) {
      section.problem("'hosts' is missing: those that leave");
    }
    if (event.kind() == EventKind.BIGGER_HOSTS && event.size().isEmpty()) {
      section.problem("'cores' or 'hostMemory' is missing: what the hosts become");
    }
    if (event.rampMillis() > event.durationMillis() / 2) {
      section.problemAt(
          TroubleKeys.EVENT_RAMP, "'ramp' must be at most half of 'duration': it comes and goes");
    }
  }

  private Optional<HostSize> size(YamlSection section, EventKind kind, String group) {
    var cores = section.get(TroubleKeys.CORES);
    var memory = section.get(TroubleKeys.MEMORY_OF_HOST);
    GroupSpec spec = groups.get(group);
    if (!SIZED.contains(kind) || spec == null || (cores.isEmpty() && memory.isEmpty())) {
      return Optional.empty();
    }
    HostSize before = spec.size(spec.hosts());
    return Optional.of(
        new HostSize(
            cores.orElse(before.cores()),
            memory.orElse(before.memoryBytes()),
            before.diskOperations(),
            before.networkBytes()));
  }

  private void requireGroup(YamlSection section, Key<String> key, String group) {
    if (section.has(key) && !groups.containsKey(group)) {
      section.problemAt(key, new FleetHosts(groups.values(), List.of()).unknownGroup(group));
    }
  }

  private static void refuseKeysOfOtherKinds(YamlSection section, EventKind kind) {
    KINDS_BY_KEY.forEach(
        (key, kinds) -> {
          if (section.has(key) && !kinds.contains(kind)) {
            section.problemAt(key, "'" + key.name() + "' means nothing for a " + kind.label());
          }
        });
  }
}
