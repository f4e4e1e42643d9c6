package io.peerwatch.schemas.topics;

/**
 * Reserved groups of hosts that do not exist: the application sends samples of theirs to measure
 * itself. They have verdicts, and nothing else: no alert, no reading, no capacity.
 */
public final class CanaryGroups {
  /** What their names start with; no other group's name should. */
  public static final String START = "peerwatch:canary/";

  private CanaryGroups() {}

  /** Whether a group is one of them. */
  public static boolean is(String group) {
    return group.startsWith(START);
  }

  /**
   * The group that lies on a partition: always the same.
   *
   * @param partition in [0, partitions)
   */
  public static String on(int partition, int partitions) {
    for (int attempt = 0; ; attempt++) {
      String group = START + partition + "." + attempt;
      if (GroupPartitions.of(group, partitions) == partition) {
        return group;
      }
    }
  }
}
