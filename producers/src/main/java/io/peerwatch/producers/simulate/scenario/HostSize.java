package io.peerwatch.producers.simulate.scenario;

/**
 * What a machine has.
 *
 * @param cores logical processors, 1 or more
 * @param memoryBytes memory
 * @param diskOperations operations a second that its disk can do
 * @param networkBytes bytes a second that its network can send, and as many that it can receive
 */
public record HostSize(int cores, long memoryBytes, double diskOperations, double networkBytes) {
  public static final double DISK_OPERATIONS_DEFAULT = 5_000;
  public static final double NETWORK_BYTES_DEFAULT = 1.25e9; // 10 Gbit/s

  /** A machine with a usual disk and network. */
  public static HostSize of(int cores, long memoryBytes) {
    return new HostSize(cores, memoryBytes, DISK_OPERATIONS_DEFAULT, NETWORK_BYTES_DEFAULT);
  }
}
