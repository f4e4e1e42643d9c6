package io.peerwatch.streams.health;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How an instance tells how it is.
 *
 * @param listen where it answers over HTTP; empty for nowhere
 * @param readyLag how far behind it may be and still be ready
 * @param kafkaMetrics whether Kafka Streams' own metrics are told too
 * @param canary whether hosts that do not exist measure the whole way of a sample
 * @param metricsGroups groups that have metrics of their own, at most: those with the most alerts
 *     for budgets, those with the least room for capacity; at least 0
 */
public record HealthSettings(
    Optional<InetSocketAddress> listen,
    LagBound readyLag,
    boolean kafkaMetrics,
    boolean canary,
    int metricsGroups) {
  public static final String HOST_DEFAULT = "127.0.0.1";
  public static final int PORT_DEFAULT = 9465;

  /**
   * A group has three series for its budget and seven for its room: many would flood a Prometheus.
   */
  public static final int METRICS_GROUPS_DEFAULT = 100;
}
