package io.peerwatch.schemas.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/** Where a group lives: the partition that the Java client's default partitioner gives its name. */
public final class GroupPartitions {
  private GroupPartitions() {}

  /**
   * The partition of everything that belongs to the group, also of records keyed {@code
   * group|host}.
   *
   * @param group the group's name, without a host
   * @param partitions how many the topic has, at least 1
   * @return in [0, partitions)
   */
  public static int of(String group, int partitions) {
    return Utils.toPositive(Utils.murmur2(group.getBytes(UTF_8))) % partitions;
  }
}
