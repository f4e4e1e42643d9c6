package io.peerwatch.detection.capacity;

/** A resource that can be the tightest. The names are those of the Avro enum in the contracts. */
public enum CapacityResource {
  LOAD,
  CPU,
  MEMORY,
  DISK,
  NETWORK
}
