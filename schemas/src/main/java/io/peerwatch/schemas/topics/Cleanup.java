package io.peerwatch.schemas.topics;

/** How a topic forgets. */
public enum Cleanup {
  /** By age. */
  DELETE("delete"),
  /** Only what a later record of the same key replaced; a null value forgets the key. */
  COMPACT("compact"),
  /** Both: the last record of each key, until it is too old. */
  COMPACT_AND_DELETE("compact,delete");

  private final String policy;

  Cleanup(String policy) {
    this.policy = policy;
  }

  /** The value of the topic's {@code cleanup.policy}. */
  public String policy() {
    return policy;
  }

  /** Whether age matters, so that the topic has a retention. */
  public boolean deletes() {
    return this != COMPACT;
  }
}
