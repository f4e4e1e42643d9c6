package io.peerwatch.schemas.topics;

import io.peerwatch.schemas.avro.BudgetLedger;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.GroupCapacity;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.HostReadings;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.avro.Silence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The catalogue: every topic of an installation, in the order of a sample's journey. */
public final class Topics {

  /** What topic names, application id and consumer groups start with unless told otherwise. */
  public static final String PREFIX_DEFAULT = "peerwatch.";

  /**
   * Key of a tick on host-samples: a null value under this key says that time passes on that
   * partition. The bar keeps it from being the name of a group.
   */
  public static final String TICK_KEY = "|tick";

  /** What hosts measured. A null value is a tick under {@link #TICK_KEY}, else a mistake. */
  public static final TopicSpec<HostSample> HOST_SAMPLES =
      kept("host-samples", KeyShape.GROUP, HostSample.class, Duration.ofHours(24));

  /** What is known of hosts beforehand; null ends a membership. */
  public static final TopicSpec<HostInfo> HOST_INVENTORY =
      compacted("host-inventory", KeyShape.GROUP_AND_HOST, HostInfo.class);

  /** How groups are judged, now; null takes a pattern's policy away. */
  public static final TopicSpec<GroupPolicy> GROUP_POLICIES =
      compacted("group-policies", KeyShape.PATTERN, GroupPolicy.class);

  /** Every version of every policy. */
  public static final TopicSpec<GroupPolicy> POLICY_HISTORY =
      new TopicSpec<>(
          "policy-history",
          KeyShape.PATTERN,
          GroupPolicy.class,
          Cleanup.DELETE,
          Optional.<Duration>empty());

  /** What readers keep quiet about; null ends a silence. */
  public static final TopicSpec<Silence> SILENCES =
      compacted("silences", KeyShape.SILENCE_ID, Silence.class);

  /** What people said of alerts. */
  public static final TopicSpec<Feedback> ALERT_FEEDBACK =
      kept("alert-feedback", KeyShape.GROUP, Feedback.class, Duration.ofDays(30));

  /** One record per state change of an episode. */
  public static final TopicSpec<HostAlert> HOST_ALERTS =
      kept("host-alerts", KeyShape.GROUP_AND_HOST, HostAlert.class, Duration.ofDays(30));

  /** One record per group and window. */
  public static final TopicSpec<GroupVerdict> GROUP_VERDICTS =
      kept("group-verdicts", KeyShape.GROUP, GroupVerdict.class, Duration.ofDays(7));

  /** Observed and expected values of all hosts, for dashboards. */
  public static final TopicSpec<HostReadings> HOST_READINGS =
      kept("host-readings", KeyShape.GROUP, HostReadings.class, Duration.ofHours(24));

  /** How much room each group has left. */
  public static final TopicSpec<GroupCapacity> GROUP_CAPACITY =
      kept("group-capacity", KeyShape.GROUP, GroupCapacity.class, Duration.ofDays(30));

  /** False alarms promised and realised; the ledger of a group that is gone fades after a year. */
  public static final TopicSpec<BudgetLedger> BUDGET_LEDGER =
      new TopicSpec<>(
          "budget-ledger",
          KeyShape.GROUP,
          BudgetLedger.class,
          Cleanup.COMPACT_AND_DELETE,
          Optional.of(Duration.ofDays(365)));

  /** Records that were not believed, and why. */
  public static final TopicSpec<RejectedRecord> REJECTED_RECORDS =
      kept("rejected-records", KeyShape.SOURCE, RejectedRecord.class, Duration.ofDays(14));

  private static final List<TopicSpec<?>> ALL =
      List.of(
          HOST_SAMPLES,
          HOST_INVENTORY,
          GROUP_POLICIES,
          POLICY_HISTORY,
          SILENCES,
          ALERT_FEEDBACK,
          HOST_ALERTS,
          GROUP_VERDICTS,
          HOST_READINGS,
          GROUP_CAPACITY,
          BUDGET_LEDGER,
          REJECTED_RECORDS);

  private Topics() {}

  /** All of them, each once. */
  public static List<TopicSpec<?>> all() {
    return ALL;
  }

  private static <V extends SpecificRecord> TopicSpec<V> kept(
      String name, KeyShape key, Class<V> valueType, Duration retention) {
    return new TopicSpec<>(name, key, valueType, Cleanup.DELETE, Optional.of(retention));
  }

  private static <V extends SpecificRecord> TopicSpec<V> compacted(
      String name, KeyShape key, Class<V> valueType) {
    return new TopicSpec<>(name, key, valueType, Cleanup.COMPACT, Optional.empty());
  }
}
