package io.peerwatch.streams.intake;

import io.peerwatch.detection.verdict.ScoreReadings;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.topics.GroupPartitions;
import io.peerwatch.schemas.topics.Names;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * What makes a decoded sample believable.
 *
 * @param metricsMax metrics in one sample
 * @param partitions of the samples topic, to tell a record that another partitioner has put
 */
public record SampleRules(int metricsMax, int partitions) {
  public static final int METRICS_MAX = 200;

  /** Beyond this a sum over a window could overflow; no unit of any metric comes near. */
  static final double VALUE_MAX = 1e300;

  static final Instant TIME_MIN = Instant.parse("2000-01-01T00:00:00Z");
  static final Instant TIME_MAX = Instant.parse("2100-01-01T00:00:00Z");

  /** Throws for the first rule that the sample breaks. */
  void check(HostSample sample, byte[] key, int partition) throws DisbelievedException {
    checkName(sample.getGroup(), "group", RejectReason.NO_GROUP);
    checkName(sample.getHost(), "host", RejectReason.NO_HOST);
    if (!Arrays.equals(key, sample.getGroup().getBytes(StandardCharsets.UTF_8))) {
      throw new DisbelievedException(
          RejectReason.KEY_NOT_GROUP, "the record's key must be its group " + sample.getGroup());
    }
    if (GroupPartitions.of(sample.getGroup(), partitions) != partition) {
      throw new DisbelievedException(
          RejectReason.WRONG_PARTITION,
          "group %s belongs on partition %d: produce with the Java client's murmur2 partitioner"
              .formatted(sample.getGroup(), GroupPartitions.of(sample.getGroup(), partitions)));
    }
    checkTime(sample.getTimestamp());
    checkMetrics(sample.getMetrics());
  }

  private static void checkName(String name, String what, RejectReason whenEmpty)
      throws DisbelievedException {
    if (name.isEmpty()) {
      throw new DisbelievedException(whenEmpty, "the " + what + " is empty");
    }
    if (!Names.isName(name)) {
      throw invalidName(what, name);
    }
  }

  private static void checkTime(Instant time) throws DisbelievedException {
    if (time.isBefore(TIME_MIN) || !time.isBefore(TIME_MAX)) {
      throw new DisbelievedException(
          RejectReason.TIMESTAMP_OUT_OF_RANGE,
          "timestamp %s is outside [%s, %s)".formatted(time, TIME_MIN, TIME_MAX));
    }
  }

  private void checkMetrics(Map<String, Double> metrics) throws DisbelievedException {
    if (metrics.isEmpty()) {
      throw new DisbelievedException(RejectReason.NO_METRICS, "the sample has no metric");
    }
    if (metrics.size() > metricsMax) {
      throw new DisbelievedException(
          RejectReason.TOO_MANY_METRICS,
          "%d metrics, at most %d are taken".formatted(metrics.size(), metricsMax));
    }
    for (Map.Entry<String, Double> metric : metrics.entrySet()) {
      if (!Names.isName(metric.getKey())) {
        throw invalidName("metric name", metric.getKey());
      }
      if (metric.getKey().equals(ScoreReadings.METRIC)) {
        throw new DisbelievedException(
            RejectReason.INVALID_NAME, "metric name " + metric.getKey() + " is Peerwatch's own");
      }
      // Written so that NaN fails it too.
      if (!(Math.abs(metric.getValue()) <= VALUE_MAX)) {
        throw new DisbelievedException(
            RejectReason.NOT_FINITE, metric.getKey() + " is " + metric.getValue());
      }
    }
  }

  private static DisbelievedException invalidName(String what, String name) {
    String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
    return new DisbelievedException(
        RejectReason.INVALID_NAME,
        "%s '%s' must be 1 to %d of [A-Za-z0-9._:/-]".formatted(what, shown, Names.LENGTH_MAX));
  }
}
