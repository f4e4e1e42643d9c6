package io.peerwatch.streams.inventory;

import io.peerwatch.detection.capacity.Tier;
import io.peerwatch.detection.capacity.Workload;
import io.peerwatch.detection.inventory.ListedHost;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.topics.GroupPartitions;
import io.peerwatch.schemas.topics.Names;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.GroupRules;
import io.peerwatch.streams.source.SourceRecord;
import java.nio.charset.StandardCharsets;

/** What makes a record of the inventory believable, and its bridge to what detection knows. */
final class InventoryRules {
  private InventoryRules() {}

  /**
   * The membership that the record's key names.
   *
   * @param partitions of the topic, as many as of the samples'
   */
  static Listing ofKey(SourceRecord source, int partitions) throws DisbelievedException {
    if (source.key() == null) {
      throw new DisbelievedException(
          RejectReason.KEY_NOT_GROUP, "the record has no key, it must be group|host");
    }
    String key = new String(source.key(), StandardCharsets.UTF_8);
    int bar = key.indexOf(Names.SEPARATOR);
    if (bar < 0) {
      throw new DisbelievedException(
          RejectReason.KEY_NOT_GROUP, "the record's key must be group|host");
    }
    String group = key.substring(0, bar);
    String host = key.substring(bar + 1);
    GroupRules.checkName(group, "group", RejectReason.NO_GROUP);
    GroupRules.checkName(host, "host", RejectReason.NO_HOST);
    if (GroupPartitions.of(group, partitions) != source.partition()) {
      throw new DisbelievedException(
          RejectReason.WRONG_PARTITION,
          "hosts of group %s belong on partition %d, that of the group's name"
              .formatted(group, GroupPartitions.of(group, partitions)));
    }
    return new Listing(group, host, null, source);
  }

  /** The listing with what the record's value says. */
  static Listing with(Listing ofKey, HostInfo value) throws DisbelievedException {
    if (!value.getGroup().equals(ofKey.group()) || !value.getHost().equals(ofKey.host())) {
      throw new DisbelievedException(
          RejectReason.KEY_NOT_GROUP, "the record's key must be its group|host");
    }
    var known =
        new ListedHost(
            tier(value),
            workload(value),
            size(value.getCores(), "cores"),
            size(value.getMemoryBytes(), "memoryBytes"));
    return new Listing(ofKey.group(), ofKey.host(), known, ofKey.source());
  }

  private static Tier tier(HostInfo value) {
    return switch (value.getTier()) {
      case UNKNOWN -> null;
      default -> Tier.valueOf(value.getTier().name());
    };
  }

  private static Workload workload(HostInfo value) {
    return switch (value.getWorkload()) {
      case UNKNOWN -> null;
      default -> Workload.valueOf(value.getWorkload().name());
    };
  }

  private static double size(Number told, String what) throws DisbelievedException {
    if (told == null) {
      return Double.NaN;
    }
    double size = told.doubleValue();
    if (!(size > 0 && Double.isFinite(size))) {
      throw new DisbelievedException(
          RejectReason.MALFORMED, "%s must be above 0, not %s".formatted(what, told));
    }
    return size;
  }
}
