package io.peerwatch.detection.capacity;

/** A resource that can be the tightest. The names are those of the Avro enum in the contracts. */
public enum CapacityResource {
  LOAD("load per core"),
  CPU("CPU"),
  MEMORY("memory"),
  DISK("disk"),
  NETWORK("network");

  private final String words;

  CapacityResource(String words) {
    this.words = words;
  }

  /** What people call it. */
  public String words() {
    return words;
  }

  /** Whether it is work for processors, which is counted in cores. */
  public boolean compute() {
    return this == LOAD || this == CPU;
  }

  /** Whether twice the hosts halve it; memory in use is each host's own. */
  public boolean spreads() {
    return this != MEMORY;
  }
}
