package io.peerwatch.streams.intake;

import io.peerwatch.detection.verdict.ScoreReadings;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.topics.Names;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.GroupRules;
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

  /** Throws for the first rule that the sample breaks. */
  void check(HostSample sample, byte[] key, int partition) throws DisbelievedException {
    GroupRules.checkName(sample.getGroup(), "group", RejectReason.NO_GROUP);
    GroupRules.checkName(sample.getHost(), "host", RejectReason.NO_HOST);
    GroupRules.checkPlace(sample.getGroup(), key, partition, partitions);
    GroupRules.checkTime(sample.getTimestamp());
    checkMetrics(sample.getMetrics());
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
        throw GroupRules.invalidName("metric name", metric.getKey());
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
}
