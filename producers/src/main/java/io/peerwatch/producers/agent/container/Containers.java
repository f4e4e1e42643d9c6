package io.peerwatch.producers.agent.container;

import java.util.Optional;

/** Which container is watched, if one is. */
public final class Containers {
  private final Cgroups groups;

  Containers(Cgroups groups) {
    this.groups = groups;
  }

  public static Containers ofThisProcess() {
    return new Containers(Cgroups.ofThisProcess());
  }

  /** The one that this process is in; empty when none of its limits is below the host's. */
  public Optional<ContainerReading> limited(double hostCores, double hostBytes) {
    return groups
        .top()
        .map(ContainerReading::new)
        .filter(container -> container.isLimited(hostCores, hostBytes));
  }

  /** The control group that this process is in, limited or not; empty when there is none. */
  public Optional<ContainerReading> own() {
    return groups.top().or(groups::own).map(ContainerReading::new);
  }
}
