package io.peerwatch.producers.simulate.workload;

import io.peerwatch.producers.simulate.noise.Bursts;
import io.peerwatch.producers.simulate.noise.CorrelatedNoise;
import io.peerwatch.producers.simulate.noise.RandomStream;
import io.peerwatch.producers.simulate.scenario.DemandSpec;
import io.peerwatch.producers.simulate.scenario.GroupSpec;
import io.peerwatch.producers.simulate.scenario.SizedHosts;

/** What a whole group is asked for: its profile, times noise that all of its hosts feel. */
public final class GroupDemand {
  private static final double WAVES_MEMORY_SECONDS = 1_200;
  private static final double DRIFT_MEMORY_SECONDS = 43_200;
  private static final double RUFFLE_MEMORY_SECONDS = 60;
  private static final double BURST_FADE_SECONDS = 420;

  private final DemandProfile profile;
  private final double meanRequestsPerSecond;
  private final RandomStream random;
  private final CorrelatedNoise drift;
  private final CorrelatedNoise waves;
  private final CorrelatedNoise ruffle;
  private final Bursts bursts;

  public GroupDemand(GroupSpec spec, long seed, double stepSeconds) {
    DemandSpec demand = spec.demand();
    profile = new DemandProfile(demand);
    meanRequestsPerSecond = meanRequestsPerSecond(spec);
    random = new RandomStream(seed, spec.name());
    drift = new CorrelatedNoise(random, demand.noise() / 2, DRIFT_MEMORY_SECONDS, stepSeconds);
    waves = new CorrelatedNoise(random, demand.noise(), WAVES_MEMORY_SECONDS, stepSeconds);
    ruffle = new CorrelatedNoise(random, demand.noise() / 2, RUFFLE_MEMORY_SECONDS, stepSeconds);
    bursts = new Bursts(demand.burstsPerDay(), demand.burstSize(), BURST_FADE_SECONDS, stepSeconds);
  }

  /** What the group is asked for on the average over a day: requests a second. */
  public static double meanRequestsPerSecond(GroupSpec spec) {
    return spec.demand()
        .requestsPerSecond()
        .orElseGet(() -> spec.demand().level() * cores(spec) / spec.service().cpuSeconds());
  }

  /** The mean that {@link #next} is a ratio of. */
  public double meanRequestsPerSecond() {
    return meanRequestsPerSecond;
  }

  /** What is asked for at the next instant, as a ratio of the mean. */
  public double next(long localMillis, long sinceStartMillis) {
    double noise = drift.next(random) + waves.next(random) + ruffle.next(random);
    return profile.at(localMillis, sinceStartMillis)
        * StrictMath.exp(noise)
        * (1 + bursts.next(random));
  }

  private static int cores(GroupSpec spec) {
    int cores = 0;
    for (SizedHosts sized : spec.sizes()) {
      cores += sized.hosts() * sized.size().cores();
    }
    return cores;
  }
}
