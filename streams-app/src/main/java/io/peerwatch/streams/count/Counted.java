package io.peerwatch.streams.count;

import io.peerwatch.detection.episode.Resolution;
import io.peerwatch.detection.verdict.GroupState;
import io.peerwatch.detection.verdict.NotJudgedReason;
import io.peerwatch.detection.verdict.Severity;
import io.peerwatch.detection.verdict.Verdict;
import io.peerwatch.schemas.avro.RejectReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is counted on the way from a sample to an alert, each on its own. Of samples this holds, at
 * any moment and exactly:
 *
 * <pre>
 *   in + taken over = judged + not judged + rejected + late + duplicate + open + given over
 * </pre>
 *
 * where <em>open</em> is how many lie in windows that are not closed yet, and those of a partition
 * are <em>taken over</em> and <em>given over</em> with it.
 */
public enum Counted {
  SAMPLES_IN("peerwatch.samples.in", "records read from host-samples that are not ticks"),
  SAMPLES_TAKEN_OVER(
      "peerwatch.samples.taken.over",
      "samples found in open windows when a partition came to this instance"),
  SAMPLES_JUDGED("peerwatch.samples.judged", "samples in closed windows that were judged"),
  SAMPLES_NOT_JUDGED(
      "peerwatch.samples.not.judged",
      "samples in closed windows that were not judged, by the verdict's reason; HOST_FORGOTTEN:"
          + " their window lay so far ahead that the group never came there",
      List.of("reason"),
      reasons()),
  SAMPLES_REJECTED(
      "peerwatch.samples.rejected",
      "records that went to rejected-records, by reason",
      List.of("reason"),
      names(RejectReason.values())),
  SAMPLES_LATE(
      "peerwatch.samples.late", "samples that came after their window was judged or given up"),
  SAMPLES_DUPLICATE(
      "peerwatch.samples.duplicate", "samples of a host and timestamp that was there before"),
  SAMPLES_GIVEN_OVER(
      "peerwatch.samples.given.over",
      "samples left in open windows when a partition went from this instance"),
  TICKS_READ("peerwatch.ticks.read", "ticks read back from host-samples"),
  WINDOWS_CLOSED(
      "peerwatch.windows.closed",
      "windows closed, by the state of their verdict",
      List.of("state"),
      names(GroupState.values())),
  ALERTS_OPENED(
      "peerwatch.alerts.opened",
      "episodes opened, by verdict and severity",
      List.of("verdict", "severity"),
      alerts()),
  ALERTS_RESOLVED(
      "peerwatch.alerts.resolved",
      "episodes ended, by resolution",
      List.of("resolution"),
      names(Resolution.values())),
  FEEDBACK_HEARD("peerwatch.feedback.heard", "records of alert-feedback that were understood"),
  FEEDBACK_REJECTED(
      "peerwatch.feedback.rejected", "records of alert-feedback that went to rejected-records");

  /** Of samples whose host was forgotten before its window came. */
  public static final String HOST_FORGOTTEN = "HOST_FORGOTTEN";

  private static final int[] OFFSETS = new int[values().length];

  /** Numbers of all that is counted. */
  static final int SIZE;

  static {
    int size = 0;
    for (Counted counted : values()) {
      OFFSETS[counted.ordinal()] = size;
      size += counted.labelValues.size();
    }
    SIZE = size;
  }

  private final String metric;
  private final String meaning;
  private final List<String> labels;
  private final List<List<String>> labelValues;

  Counted(String metric, String meaning) {
    this(metric, meaning, List.of(), List.of(List.of()));
  }

  Counted(String metric, String meaning, List<String> labels, List<List<String>> labelValues) {
    this.metric = metric;
    this.meaning = meaning;
    this.labels = labels;
    this.labelValues = labelValues;
  }

  /** Its name, words separated by dots. */
  public String metric() {
    return metric;
  }

  /** What one count of it is. */
  public String meaning() {
    return meaning;
  }

  /** Names of its labels; empty for one number alone. */
  public List<String> labels() {
    return labels;
  }

  /** All combinations of values of its labels; one that is empty for one number alone. */
  public List<List<String>> labelValues() {
    return labelValues;
  }

  /** Its place among all numbers. */
  int at(int combination) {
    return OFFSETS[ordinal()] + combination;
  }

  private static List<List<String>> names(Enum<?>[] symbols) {
    return Arrays.stream(symbols).map(symbol -> List.of(symbol.name())).toList();
  }

  private static List<List<String>> reasons() {
    List<List<String>> reasons = new ArrayList<>(names(NotJudgedReason.values()));
    reasons.add(List.of("HOST_FORGOTTEN"));
    return List.copyOf(reasons);
  }

  private static List<List<String>> alerts() {
    List<List<String>> alerts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      for (Severity severity : Severity.values()) {
        alerts.add(List.of(verdict.name(), severity.name()));
      }
    }
    return List.copyOf(alerts);
  }
}
