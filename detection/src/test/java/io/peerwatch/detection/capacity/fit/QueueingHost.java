package io.peerwatch.detection.capacity.fit;

/**
 * A host as a queue of c processors with room for K, solved from its birth and death rates: what it
 * carries is known exactly, by other means than the fit has.
 */
final class QueueingHost {
  private final int cores;
  private final int room;
  private final double cpuSeconds;
  private double inside;
  private double served;

  QueueingHost(int cores, double cpuSeconds) {
    this.cores = cores;
    this.room = 16 * cores;
    this.cpuSeconds = cpuSeconds;
  }

  /** Works out the steady state under so many requests a second. */
  void under(double requests) {
    double probability = 1;
    double total = 1;
    double weighted = 0;
    for (int n = 1; n <= room; n++) {
      probability *= requests * cpuSeconds / Math.min(n, cores);
      total += probability;
      weighted += n * probability;
      if (total > 1e200) { // only ratios matter
        probability /= total;
        weighted /= total;
        total = 1;
      }
    }
    inside = weighted / total;
    served = requests * (1 - probability / total);
  }

  int cores() {
    return cores;
  }

  double loadPerCore() {
    return inside / cores;
  }

  double served() {
    return served;
  }

  double cpu() {
    return served * cpuSeconds / cores;
  }

  /** Most requests a second that it can serve. */
  double most() {
    return cores / cpuSeconds;
  }

  /** Requests a second at which load per core is at a level. */
  double at(double loadPerCore) {
    double low = 0;
    double high = 2 * most();
    for (int i = 0; i < 60; i++) {
      under((low + high) / 2);
      if (loadPerCore() < loadPerCore) {
        low = (low + high) / 2;
      } else {
        high = (low + high) / 2;
      }
    }
    under(high);
    return served;
  }
}
