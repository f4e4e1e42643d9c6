package io.peerwatch.detection.capacity;

/**
 * Who causes a group's load. The names are those of the Avro enum in the contracts; a group whose
 * workload nobody told is taken for USER_FACING.
 */
public enum Workload {
  /** People wait for the answers: low load is right, so that they come fast. */
  USER_FACING,
  /** Crawlers and other programs, tuned for throughput. */
  BOT,
  /** Jobs, tuned for throughput. */
  BATCH;

  /** Whether high load is right and idle capacity is waste. */
  public boolean forThroughput() {
    return this != USER_FACING;
  }
}
