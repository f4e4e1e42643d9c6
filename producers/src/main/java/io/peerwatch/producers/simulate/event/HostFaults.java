package io.peerwatch.producers.simulate.event;

import io.peerwatch.producers.simulate.machine.HostSituation;
import io.peerwatch.producers.simulate.scenario.FaultSpec;
import java.util.List;

/** The faults that beset one host's work; what they spoil of its values is {@link Reporting}. */
public final class HostFaults {
  private final FaultSpec[] faults;

  public HostFaults(List<FaultSpec> faults) {
    this.faults = faults.toArray(FaultSpec[]::new);
  }

  /** Works those of now into the host's situation; time is from the scenario's start. */
  public void apply(long millis, HostSituation host) {
    for (FaultSpec fault : faults) {
      if (fault.activeAt(millis)) {
        apply(fault, millis, host);
      }
    }
  }

  private static void apply(FaultSpec fault, long millis, HostSituation host) {
    double strength = fault.strengthAt(millis);
    switch (fault.kind()) {
      case CPU_HOG -> host.foreignCoresShare += strength;
      case MEMORY_LEAK -> host.leakedShare += fault.strength() * fault.progressAt(millis);
      case SLOW_DISK -> host.diskLostShare += strength;
      case PACKET_LOSS -> host.packetLossShare = Math.max(host.packetLossShare, strength);
      case TRAFFIC_LOST -> host.arriving *= 1 - strength;
      case FLAPPING -> host.arriving *= isOut(fault, millis) ? 1 - strength : 1;
      case GRAY_SLOWNESS -> host.slowness *= 1 + strength;
      case STUCK_VALUE, NOISE, LAG, SILENCE, SKEWED_CLOCK -> {
        // They leave the host alone.
      }
    }
  }

  /** A flapping host is out in the first half of each of its periods. */
  private static boolean isOut(FaultSpec fault, long millis) {
    long within = Math.floorMod(millis - fault.startMillis(), fault.amountMillis());
    return within < fault.amountMillis() / 2;
  }
}
