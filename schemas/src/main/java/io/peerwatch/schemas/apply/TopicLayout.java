package io.peerwatch.schemas.apply;

import io.peerwatch.schemas.settings.SettingsException;
import io.peerwatch.schemas.topics.Topics;
import java.util.OptionalInt;

/**
 * What an installation may choose about its topics.
 *
 * @param partitions of every topic keyed by group, at least 1; empty: as many as those have that
 *     are there already, else {@value #PARTITIONS_DEFAULT}
 * @param replicas copies of every partition, at least 1; empty: {@value #REPLICAS_DEFAULT}, or one
 *     per broker where there are fewer
 * @param retentionUnlimited true: nothing is ever deleted for its age, as replaying old records
 *     with their times kept needs it; false: the catalogue's retention
 */
public record TopicLayout(
    OptionalInt partitions, OptionalInt replicas, boolean retentionUnlimited) {
  public static final int PARTITIONS_DEFAULT = 24;
  public static final int REPLICAS_DEFAULT = 3;

  /** What most installations want. */
  public static final TopicLayout STANDARD =
      new TopicLayout(OptionalInt.empty(), OptionalInt.empty(), false);

  /** For a broker on one's own machine. */
  public static final TopicLayout LOCAL =
      new TopicLayout(OptionalInt.of(4), OptionalInt.empty(), false);

  public TopicLayout {
    requirePositive("--partitions", partitions);
    requirePositive("--replication", replicas);
  }

  private static void requirePositive(String option, OptionalInt count) {
    if (count.isPresent() && count.getAsInt() < 1) {
      throw new SettingsException(
          "%s must be at least 1, not %d".formatted(option, count.getAsInt()));
    }
  }

  /** The same with a number of partitions for topics keyed by group. */
  public TopicLayout withPartitions(int count) {
    return new TopicLayout(OptionalInt.of(count), replicas, retentionUnlimited);
  }

  /** The same with a number of copies. */
  public TopicLayout withReplicas(int count) {
    return new TopicLayout(partitions, OptionalInt.of(count), retentionUnlimited);
  }

  /** The same, keeping everything for ever. */
  public TopicLayout withRetentionUnlimited() {
    return new TopicLayout(partitions, replicas, true);
  }

  /** The command that would bring topics of that prefix into this layout. */
  String applyCommand(String prefix) {
    return "peerwatch topics apply"
        + (prefix.equals(Topics.PREFIX_DEFAULT) ? "" : " --prefix " + prefix)
        + (retentionUnlimited ? " --retention unlimited" : "");
  }
}
