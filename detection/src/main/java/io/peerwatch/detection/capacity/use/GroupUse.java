package io.peerwatch.detection.capacity.use;

import io.peerwatch.detection.capacity.CapacityResource;
import io.peerwatch.detection.capacity.GroupSize;
import io.peerwatch.detection.capacity.ResourceFigures;
import java.util.List;

/**
 * How busy a group was in one window, and how much of its work that is.
 *
 * <p>Work is counted in <em>units</em>: cores where core counts are told, else hosts. What is busy
 * is counted over all known hosts: a host that is silent or suspect still has its share of the work
 * to carry.
 *
 * @param unitsPerHost of a host of the median size
 * @param units of all known hosts
 * @param inCores whether a unit is a core
 * @param use by resource; one that fewer than half of the judged hosts tell is missing
 * @param busy by the resource's ordinal: LOAD and CPU in busy units, DISK and NETWORK in busy
 *     hosts, MEMORY as a ratio; NaN when not known
 * @param unevenness between hosts
 * @param requests of each judged host
 * @param writeShare share of the disks' operations (else bytes) that write, 0..1; NaN when not told
 */
public record GroupUse(
    GroupSize size,
    double unitsPerHost,
    double units,
    boolean inCores,
    List<ResourceFigures> use,
    double[] busy,
    Unevenness unevenness,
    Requests requests,
    double writeShare) {

  public ResourceFigures of(CapacityResource resource) {
    for (ResourceFigures figures : use) {
      if (figures.resource() == resource) {
        return figures;
      }
    }
    return null;
  }

  /** The same without the demand on processors, as where no core counts are told. */
  public GroupUse withoutCompute() {
    double[] rest = busy.clone();
    rest[CapacityResource.LOAD.ordinal()] = Double.NaN;
    rest[CapacityResource.CPU.ordinal()] = Double.NaN;
    return new GroupUse(
        size, unitsPerHost, units, inCores, use, rest, unevenness, requests, writeShare);
  }

  /**
   * How unevenly the hosts are loaded.
   *
   * @param load coefficient of variation of load per core, else of CPU; NaN when fewer than two
   *     hosts tell
   * @param requests the same of requests per unit; NaN when fewer than two hosts tell
   */
  public record Unevenness(double load, double requests) {}

  /**
   * The work that the judged hosts did.
   *
   * @param perSecondAndHost mean over the judged hosts that tell; NaN when fewer than half tell
   * @param perSecondAndUnit requests of the hosts that tell load or CPU too, over their units; NaN
   *     likewise
   */
  public record Requests(double perSecondAndHost, double perSecondAndUnit) {}
}
