package io.peerwatch.producers.simulate.event;

import io.peerwatch.producers.simulate.noise.RandomStream;
import io.peerwatch.producers.simulate.scenario.EventKind;
import io.peerwatch.producers.simulate.scenario.EventSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.HostSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The harmless events of one group: what they make of its demand and of each of its hosts. */
public final class GroupEvents {
  private static final long REBOOT_MILLIS = 60_000;
  private static final long REBOOT_WORTH_MILLIS = 6 * REBOOT_MILLIS;

  private final EventHosts hosts;
  private final List<EventSpec> surges = new ArrayList<>();
  private final Map<String, List<HostEvent>> byHost = new HashMap<>();
  private final Map<String, HostSize> joiningSizes = new HashMap<>();

  /**
   * @param events those of the scenario; those of other groups are passed over
   */
  public GroupEvents(GroupSpec group, List<EventSpec> events, long seed) {
    hosts = new EventHosts(group, events);
    for (EventSpec event : events) {
      if (event.group().equals(group.name())) {
        add(event, seed);
      }
    }
  }

  /** All hosts that are or will be, in the order of their numbers. */
  public List<String> hosts() {
    return hosts.all();
  }

  /** What happens to this host. */
  public HostEvents of(String host) {
    return new HostEvents(byHost.getOrDefault(host, List.of()));
  }

  /** The size that a host of this name joins with, or {@code otherwise}. */
  public HostSize sizeOf(String host, HostSize otherwise) {
    return joiningSizes.getOrDefault(host, otherwise);
  }

  /** Factor on the group's demand. */
  public double surgeAt(long millis) {
    double factor = 1;
    for (EventSpec surge : surges) {
      factor *= 1 + surge.strengthAt(millis);
    }
    return factor;
  }

  private void add(EventSpec event, long seed) {
    if (event.kind() == EventKind.SURGE) {
      surges.add(event);
    }
    List<String> befallen = hosts.of(event);
    for (int i = 0; i < befallen.size(); i++) {
      String host = befallen.get(i);
      var random = new RandomStream(seed, event.group(), host, event.kind().label());
      List<HostEvent> ofHost = byHost.computeIfAbsent(host, name -> new ArrayList<>());
      ofHost.addAll(hostEvents(event, (double) i / befallen.size(), random));
      event
          .size()
          .filter(size -> event.kind() == EventKind.HOSTS_JOIN)
          .ifPresent(size -> joiningSizes.put(host, size));
    }
  }

  /**
   * @param turn which part of the hosts have their turn before this one, 0..1
   */
  private static List<HostEvent> hostEvents(EventSpec event, double turn, RandomStream random) {
    long start = event.startMillis();
    long turns = Math.max(0, event.durationMillis() - event.restartMillis());
    return switch (event.kind()) {
      case ROLLING_DEPLOY -> List.of(restart(event, start + Math.round(turn * turns), random));
      // Hosts hear of it at different moments, the last after half of the time it takes.
      case DEPLOY_AT_ONCE ->
          List.of(restart(event, start + Math.round(random.uniform() * turns / 2), random));
      case BIGGER_HOSTS ->
          List.of(
              new HostEvent.Reboot(
                  start + Math.round(turn * turns),
                  event.restartMillis(),
                  event.size().orElseThrow()));
      case HOSTS_JOIN ->
          List.of(new HostEvent.Join(start + Math.round(turn * event.durationMillis() / 2)));
      case HOSTS_LEAVE -> List.of(new HostEvent.Leave(start));
      case MAINTENANCE -> maintenance(event);
      case SURGE, FAILOVER -> List.of(); // they befall the group's demand
    };
  }

  private static HostEvent restart(EventSpec event, long atMillis, RandomStream random) {
    double cost = event.cost() * random.factor(event.unevenness());
    return new HostEvent.Restart(atMillis, event.restartMillis(), cost, event.memory());
  }

  /** A short one is over before anybody would boot. */
  private static List<HostEvent> maintenance(EventSpec event) {
    var out = new HostEvent.OutOfService(event.startMillis(), event.endMillis());
    if (event.durationMillis() < REBOOT_WORTH_MILLIS) {
      return List.of(out);
    }
    long reboot = event.endMillis() - 3 * REBOOT_MILLIS;
    return List.of(out, new HostEvent.Reboot(reboot, REBOOT_MILLIS, null));
  }
}
