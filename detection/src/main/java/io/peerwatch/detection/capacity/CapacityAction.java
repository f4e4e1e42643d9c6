package io.peerwatch.detection.capacity;

/** What to do about a group's room. The names are those of the Avro enum in the contracts. */
public enum CapacityAction {
  NONE,
  ADD_HOSTS,
  REMOVE_HOSTS,
  ADD_MEMORY_OR_REPLICA,
  PARTITION_WRITES,
  REBALANCE,
  RAISE_UTILISATION
}
