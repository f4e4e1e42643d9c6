package io.peerwatch.detection.capacity.meter;

import io.peerwatch.detection.capacity.Advice;
import io.peerwatch.detection.capacity.CapacityResource;
import io.peerwatch.detection.capacity.Unknown;
import io.peerwatch.detection.capacity.use.GroupUse;

/** Says why figures are null that say it nowhere else. */
final class Explanations {
  private static final String HALF = "fewer than half of the hosts tell ";

  private final GroupUse use;

  Explanations(GroupUse use) {
    this.use = use;
  }

  void of(Advice advice, Unknown unknown) {
    if (use.size().hostsJudged() == 0) {
      unknown.because("no judged host reported", "imbalance", "action");
    }
    unknown.ifMissing(use.size().cores(), HALF + "their core count", "cores");
    unknown.ifMissing(use.size().memoryBytes(), HALF + "their memory", "memoryBytes");
    if (use.of(CapacityResource.LOAD) == null) {
      String load = "load and core counts are not told by half of the hosts";
      unknown.because(load, "targetLoadPerCore", "ceilingLoadPerCore");
    }
    if (Double.isNaN(use.unevenness().load())) {
      unknown.because("fewer than two hosts tell load per core or CPU", "imbalance");
    }
    String action =
        use.use().isEmpty()
            ? "nothing tells how busy the group is"
            : "what it looks like has lasted less than an hour";
    unknown.ifMissing(advice.action(), action, "action");
  }
}
