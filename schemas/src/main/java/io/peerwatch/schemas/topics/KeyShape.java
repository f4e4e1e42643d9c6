package io.peerwatch.schemas.topics;

/** What the keys of a topic are made of. All keys are UTF-8 text. */
public enum KeyShape {
  /** The group's name; the record lies on the group's partition. */
  GROUP(true),
  /** {@code group|host}; the record lies on the group's partition all the same. */
  GROUP_AND_HOST(true),
  /** A pattern of group names. */
  PATTERN(false),
  /** The id of a silence. */
  SILENCE_ID(false),
  /** Whatever key the source record had; null when it had none. */
  SOURCE(false);

  private final boolean partitionedByGroup;

  KeyShape(boolean partitionedByGroup) {
    this.partitionedByGroup = partitionedByGroup;
  }

  /** Whether {@link GroupPartitions} says where a record lies. Such topics are co-partitioned. */
  public boolean partitionedByGroup() {
    return partitionedByGroup;
  }

  /** Whether such a topic has one partition: where the order of all records matters. */
  public boolean onePartition() {
    return this == PATTERN || this == SILENCE_ID;
  }
}
