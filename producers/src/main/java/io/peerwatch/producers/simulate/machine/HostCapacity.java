package io.peerwatch.producers.simulate.machine;

/**
 * What a host can serve.
 *
 * @param requestsPerSecond most requests a second that it can serve, on the average
 * @param bottleneck what is saturated then: cpu, disk or network
 */
public record HostCapacity(double requestsPerSecond, String bottleneck) {
  public double requestsPerMinute() {
    return 60 * requestsPerSecond;
  }
}
