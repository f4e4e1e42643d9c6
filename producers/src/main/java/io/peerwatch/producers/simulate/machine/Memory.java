package io.peerwatch.producers.simulate.machine;

/**
 * What of a machine's memory is in use. What is wanted beyond the memory goes to swap; what is
 * wanted beyond the swap, too, gets the service killed and started anew.
 */
final class Memory {
  static final double PAGING_STARTS_AT = 0.92;
  static final double SWAP_SHARE = 0.15; // of the memory
  static final long KILLED_MILLIS = 90_000; // how long the service is away then

  private static final double USED_MIN = 0.02;
  private static final double USED_MAX = 0.985;

  private double forgivenShare; // leaked before the service was last started
  private long serviceStartMillis = HostSituation.LONG_AGO_MILLIS;
  private double used;
  private double swapped;

  /** Takes note of a service that was started: what it had leaked is free again. */
  void serviceStarted(long startMillis, double leakedShare) {
    if (startMillis > serviceStartMillis) {
      serviceStartMillis = startMillis;
      forgivenShare = leakedShare;
    }
  }

  /**
   * Works out what is in use.
   *
   * @param rest wanted but for a leak, as a share of the memory
   * @param leakedShare leaked since the leak began, as a share of the memory
   */
  void update(double rest, double leakedShare, long millis) {
    forgivenShare = Math.min(forgivenShare, leakedShare);
    double wanted = rest + leakedShare - forgivenShare;
    if (wanted >= PAGING_STARTS_AT + SWAP_SHARE) {
      serviceStarted(millis + KILLED_MILLIS, leakedShare);
      wanted = rest;
    }
    swapped = Math.max(0, Math.min(1, (wanted - PAGING_STARTS_AT) / SWAP_SHARE));
    used = Math.max(USED_MIN, Math.min(USED_MAX, wanted));
  }

  /** When the service was last started; after now while it is away, killed. */
  long serviceStartMillis() {
    return serviceStartMillis;
  }

  double used() {
    return used;
  }

  /** Share of the swap in use, 0..1. */
  double swapped() {
    return swapped;
  }
}
