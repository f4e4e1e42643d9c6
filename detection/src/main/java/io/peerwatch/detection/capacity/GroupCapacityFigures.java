package io.peerwatch.detection.capacity;

import java.util.List;
import java.util.SortedMap;

/**
 * How much room one group had in one window. What is not known is null, and {@code unknown} says
 * why, by the field names of the contract GroupCapacity.
 *
 * @param settings those that held for the window
 * @param use by resource; one without values is missing
 * @param imbalance coefficient of variation of load per core (else CPU) over the judged hosts
 */
public record GroupCapacityFigures(
    String group,
    long windowStart,
    long windowEnd,
    CapacitySettings settings,
    GroupSize size,
    List<ResourceFigures> use,
    Double imbalance,
    Demand demand,
    Work work,
    Trend trend,
    Advice advice,
    SortedMap<String, String> unknown) {

  /** How busy it is on one resource; null when that is not told. */
  public ResourceFigures use(CapacityResource resource) {
    for (ResourceFigures figures : use) {
      if (figures.resource() == resource) {
        return figures;
      }
    }
    return null;
  }
}
