package io.peerwatch.producers.simulate.event;

import io.peerwatch.producers.simulate.scenario.EventKind;
import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which hosts of one group are or will be, and which of them each event is about. */
public final class EventHosts {
  private final Map<EventSpec, List<String>> joining = new IdentityHashMap<>();
  private final List<String> all;

  /**
   * @param events those of the scenario; those of other groups are passed over
   */
  public EventHosts(GroupSpec group, List<EventSpec> events) {
    var names = new ArrayList<>(group.hostNames());
    for (EventSpec event : events) {
      if (event.kind() == EventKind.HOSTS_JOIN && event.group().equals(group.name())) {
        List<String> come = group.hostNames(names.size() + 1, names.size() + event.count());
        joining.put(event, come);
        names.addAll(come);
      }
    }
    all = List.copyOf(names);
  }

  /** All hosts that are or will be, in the order of their numbers. */
  public List<String> all() {
    return all;
  }

  /** The hosts that an event of this group is about; none for what befalls the demand. */
  public List<String> of(EventSpec event) {
    return switch (event.kind()) {
      case SURGE, FAILOVER -> List.of();
      case HOSTS_JOIN -> joining.get(event);
      default -> event.hosts().isEmpty() ? all : event.hosts();
    };
  }
}
