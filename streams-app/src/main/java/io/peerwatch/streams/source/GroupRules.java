package io.peerwatch.streams.source;

import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.topics.GroupPartitions;
import io.peerwatch.schemas.topics.Names;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** What makes any record that belongs to a group believable. */
public final class GroupRules {
  public static final Instant TIME_MIN = Instant.parse("2000-01-01T00:00:00Z");
  public static final Instant TIME_MAX = Instant.parse("2100-01-01T00:00:00Z");

  private GroupRules() {}

  /** Checks that a name is one, and says what it is of. */
  public static void checkName(String name, String what, RejectReason whenEmpty)
      throws DisbelievedException {
    if (name.isEmpty()) {
      throw new DisbelievedException(whenEmpty, "the " + what + " is empty");
    }
    if (!Names.isName(name)) {
      throw invalidName(what, name);
    }
  }

  /**
   * Checks that the record lies where its group's records do.
   *
   * @param partitions of the topic, to tell a record that another partitioner has put
   */
  public static void checkPlace(String group, byte[] key, int partition, int partitions)
      throws DisbelievedException {
    if (!Arrays.equals(key, group.getBytes(StandardCharsets.UTF_8))) {
      throw new DisbelievedException(
          RejectReason.KEY_NOT_GROUP, "the record's key must be its group " + group);
    }
    if (GroupPartitions.of(group, partitions) != partition) {
      throw new DisbelievedException(
          RejectReason.WRONG_PARTITION,
          "group %s belongs on partition %d: produce with the Java client's murmur2 partitioner"
              .formatted(group, GroupPartitions.of(group, partitions)));
    }
  }

  public static void checkTime(Instant time) throws DisbelievedException {
    if (time.isBefore(TIME_MIN) || !time.isBefore(TIME_MAX)) {
      throw new DisbelievedException(
          RejectReason.TIMESTAMP_OUT_OF_RANGE,
          "timestamp %s is outside [%s, %s)".formatted(time, TIME_MIN, TIME_MAX));
    }
  }

  public static DisbelievedException invalidName(String what, String name) {
    return new DisbelievedException(
        RejectReason.INVALID_NAME,
        "%s '%s' must be 1 to %d of [A-Za-z0-9._:/-]"
            .formatted(what, shortened(name), Names.LENGTH_MAX));
  }

  /** So much of a text as a message can bear. */
  public static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
