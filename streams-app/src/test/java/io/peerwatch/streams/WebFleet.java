package io.peerwatch.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A group of web servers that do the same work, each of which can be given more of it. */
public final class WebFleet {
  public static final String GROUP = "web";
  private static final Duration STEP = Duration.ofSeconds(10);

  private final FleetScript script;
  private final List<String> hosts;
  private final SplittableRandom random = new SplittableRandom(5);
  private final Map<String, Double> excess = new HashMap<>();
  private Instant now = FleetScript.START;

  public WebFleet(FleetScript script, int hosts) {
    this.script = script;
    this.hosts = IntStream.rangeClosed(1, hosts).mapToObj("web-%02d"::formatted).toList();
  }

  public Instant now() {
    return now;
  }

  /** From now on the host's processors are that much busier, as a share of all of them. */
  public WebFleet load(String host, double more) {
    excess.put(host, more);
    return this;
  }

  public WebFleet run(Duration time) {
    Instant end = now.plus(time);
    for (; now.isBefore(end); now = now.plus(STEP)) {
      hosts.forEach(host -> script.sample(GROUP, host, now, metrics(host)));
    }
    return this;
  }

  private Map<String, Double> metrics(String host) {
    double cpu = 0.3 + excess.getOrDefault(host, 0.0) + 0.02 * random.nextGaussian();
    return Map.of(
        "system.cpu.utilization",
        Math.max(0, Math.min(1, cpu)),
        "system.cpu.load_average.1m",
        Math.max(0, 8 * cpu + 0.1 * random.nextGaussian()),
        "system.cpu.logical.count",
        8.0,
        "system.memory.utilization",
        0.5 + 0.01 * random.nextGaussian());
  }
}
