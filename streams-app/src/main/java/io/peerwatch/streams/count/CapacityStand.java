package io.peerwatch.streams.count;

import io.peerwatch.detection.capacity.CapacityResource;
import io.peerwatch.detection.capacity.GroupCapacityFigures;
import io.peerwatch.detection.capacity.Need;
import io.peerwatch.detection.capacity.ResourceFigures;

/**
 * A group's room in its latest window, as GroupCapacity has it; NaN where that is null.
 *
 * @param loadPerCore mean over the judged hosts, weighted by cores
 * @param headroom room to the target on the tightest resource as a ratio of the target
 * @param coresNeeded, hostsNeeded, hostsSpare at the highest peak that is known: of the week, else
 *     the day, else now
 * @param reachesTargetAt epoch milliseconds
 */
public record CapacityStand(
    double loadPerCore,
    double headroom,
    double coresNeeded,
    double hostsNeeded,
    double hostsSpare,
    double survivesLoss,
    double reachesTargetAt) {

  static CapacityStand of(GroupCapacityFigures figures) {
    ResourceFigures load = figures.use(CapacityResource.LOAD);
    Need need = need(figures);
    return new CapacityStand(
        load == null ? Double.NaN : load.mean(),
        orNaN(figures.demand().headroom()),
        orNaN(need.cores()),
        orNaN(need.hosts()),
        orNaN(need.spare()),
        orNaN(figures.demand().survivesLoss()),
        orNaN(figures.trend().target().at()));
  }

  private static Need need(GroupCapacityFigures figures) {
    Need week = figures.demand().weekPeak();
    Need day = figures.demand().dayPeak();
    return week.hosts() != null ? week : day.hosts() != null ? day : figures.demand().now();
  }

  private static double orNaN(Number value) {
    return value == null ? Double.NaN : value.doubleValue();
  }
}
