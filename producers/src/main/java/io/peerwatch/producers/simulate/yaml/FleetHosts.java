package io.peerwatch.producers.simulate.yaml;

import io.peerwatch.producers.simulate.event.EventHosts;
import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is in a fleet that is being read, with answers for those who ask for somebody else. */
final class FleetHosts {
  private static final int NAMED_MAX = 8;

  private final Map<String, Set<String>> hosts = new LinkedHashMap<>();
  private final Map<String, List<String>> groupsByHost = new HashMap<>();

  FleetHosts(Collection<GroupSpec> groups, List<EventSpec> events) {
    for (GroupSpec group : groups) {
      List<String> names = new EventHosts(group, events).all();
      hosts.put(group.name(), new HashSet<>(names));
      names.forEach(
          name -> groupsByHost.computeIfAbsent(name, n -> new ArrayList<>(1)).add(group.name()));
    }
  }

  boolean hasGroup(String group) {
    return hosts.containsKey(group);
  }

  boolean hasHost(String group, String host) {
    return hosts.getOrDefault(group, Set.of()).contains(host);
  }

  /** The groups with a host of this name. */
  List<String> groupsOf(String host) {
    return groupsByHost.getOrDefault(host, List.of());
  }

  String unknownGroup(String group) {
    String guess =
        Nearest.guess(group, hosts.keySet())
            .map(near -> ", did you mean '" + near + "'?")
            .orElse("");
    return "there is no group '" + group + "'" + guess + " (groups: " + groups() + ")";
  }

  String unknownHost(String host, Optional<String> group) {
    String who = group.map(name -> "group '" + name + "' has").orElse("no group has");
    String not = group.isPresent() ? " no host '" : " a host '";
    return who + not + host + "' (groups: " + groups() + ")";
  }

  private String groups() {
    String named = String.join(", ", hosts.keySet().stream().limit(NAMED_MAX).toList());
    return hosts.size() > NAMED_MAX ? named + ", …" : named;
  }
}
