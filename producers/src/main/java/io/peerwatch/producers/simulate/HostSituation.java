package io.peerwatch.producers.simulate;

/** What besets one host at one instant beyond its work; faults write it, the host obeys it. */
final class HostSituation {
  /** Share of the host's cores that processes other than its work ask for. */
  double foreignCoresShare;

  /** Share of the memory that is lost to a leak. */
  double leakedShare;

  /** What the demand is multiplied with; 1 when all of it arrives. */
  double demandFactor = 1;

  /** Share of the disk's time that is lost. */
  double diskBusyShare;

  /** Whether values repeat. */
  boolean stuck;

  /** Whether nothing is sent. */
  boolean silent;
}
