package io.peerwatch.producers.simulate.event;

import io.peerwatch.producers.simulate.machine.HostSituation;
import java.util.List;

/** The harmless events of one host, in the order of the scenario. */
public final class HostEvents {
  private final HostEvent[] events;

  HostEvents(List<HostEvent> events) {
    this.events = events.toArray(HostEvent[]::new);
  }

  /** Works those of now into the host's situation. */
  public void apply(long millis, HostSituation host) {
    for (HostEvent event : events) {
      event.apply(millis, host);
    }
  }
}
