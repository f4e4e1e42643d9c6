package io.peerwatch.proof.faults.live;

import io.peerwatch.schemas.avro.HostSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * A group whose hosts send every second, with clocks that may be wrong.
 *
 * @param offMillis by host, how far its clock is ahead now, below 0 when behind
 */
record LiveGroup(String name, int hosts, ToLongFunction<String> offMillis) {
  static LiveGroup right(String name, int hosts) {
    return new LiveGroup(name, hosts, host -> 0);
  }

  List<String> hostNames() {
    List<String> names = new ArrayList<>();
    for (int h = 1; h <= hosts; h++) {
      names.add("%s-%02d".formatted(name, h));
    }
    return names;
  }

  /** One sample of each host at this instant of the right time. */
  List<HostSample> at(long epochMillis) {
    List<HostSample> samples = new ArrayList<>();
    for (String host : hostNames()) {
      Instant at = Instant.ofEpochMilli(epochMillis + offMillis.applyAsLong(host));
      double cpu = 0.4 + 0.01 * Math.floorMod(host.hashCode() + epochMillis / 1_000, 7);
      samples.add(new HostSample(host, name, at, Map.of("system.cpu.utilization", cpu), Map.of()));
    }
    return samples;
  }
}
