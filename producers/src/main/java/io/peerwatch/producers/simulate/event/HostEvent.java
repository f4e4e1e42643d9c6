package io.peerwatch.producers.simulate.event;

import io.peerwatch.producers.simulate.machine.HostSituation;
import io.peerwatch.producers.simulate.scenario.HostSize;

/** Something harmless that happens to one host; times are from the scenario's start. */
interface HostEvent {
  /** Works it into the host's situation of this moment. */
  void apply(long millis, HostSituation host);

  /** The service is started anew, and from then on requests cost something else. */
  record Restart(long atMillis, long awayMillis, double cost, double memoryShare)
      implements HostEvent {
    @Override
    public void apply(long millis, HostSituation host) {
      if (millis < atMillis) {
        return;
      }
      long back = atMillis + awayMillis;
      host.serviceStartMillis = Math.max(host.serviceStartMillis, back);
      if (millis < back) {
        host.inService = false;
      } else {
        host.cost *= cost;
        host.memoryShare += memoryShare;
      }
    }
  }

  /** The machine is away for a while and comes back freshly booted, maybe as another size. */
  record Reboot(long atMillis, long awayMillis, HostSize size) implements HostEvent {
    @Override
    public void apply(long millis, HostSituation host) {
      if (millis < atMillis) {
        return;
      }
      long back = atMillis + awayMillis;
      host.up = millis >= back && host.up;
      host.bootMillis = Math.max(host.bootMillis, back);
      host.serviceStartMillis = Math.max(host.serviceStartMillis, back);
      if (size != null) {
        host.size = size;
      }
    }
  }

  /** The balancer gives the host nothing in [from, until). */
  record OutOfService(long fromMillis, long untilMillis) implements HostEvent {
    @Override
    public void apply(long millis, HostSituation host) {
      if (millis >= fromMillis && millis < untilMillis) {
        host.inService = false;
      }
    }
  }

  /** The machine isn't there before it joins. */
  record Join(long atMillis) implements HostEvent {
    private static final long BOOT_MILLIS = 60_000; // from its boot to its first request

    @Override
    public void apply(long millis, HostSituation host) {
      host.up = host.up && millis >= atMillis;
      host.inService = host.inService && millis >= atMillis + BOOT_MILLIS;
      host.bootMillis = Math.max(host.bootMillis, atMillis);
      host.serviceStartMillis = Math.max(host.serviceStartMillis, atMillis + BOOT_MILLIS);
    }
  }

  /** The host gets nothing more, and a little later it is gone. */
  record Leave(long atMillis) implements HostEvent {
    private static final long DRAIN_MILLIS = 60_000;

    @Override
    public void apply(long millis, HostSituation host) {
      host.inService = host.inService && millis < atMillis;
      host.up = host.up && millis < atMillis + DRAIN_MILLIS;
    }
  }
}
