package io.peerwatch.cli.option;

import io.peerwatch.streams.health.HealthSettings;
import io.peerwatch.streams.health.LagBound;
import picocli.CommandLine.Option;

/** How an instance of the application tells how it is. */
public final class HealthOptions {
  @Option(
      names = "--health-listen",
      paramLabel = "HOST:PORT",
      defaultValue = HealthSettings.HOST_DEFAULT + ":" + HealthSettings.PORT_DEFAULT,
      converter = ListenText.class,
      description =
          "Where /metrics, /health/live and /health/ready are answered over HTTP; port 0 takes a"
              + " free one, 'none' turns it off. Default: ${DEFAULT-VALUE}")
  private ListenText.Listen listen;

  @Option(
      names = "--ready-lag",
      paramLabel = "DURATION|RECORDS",
      defaultValue = "30s",
      converter = LagText.class,
      description =
          "How far behind the log it may be and still be ready: a duration (30s), or a number of"
              + " records (100000). Default: ${DEFAULT-VALUE}")
  private LagBound readyLag;

  @Option(
      names = "--kafka-metrics",
      description = "Tell Kafka Streams' own metrics too; hundreds of series a stream thread.")
  private boolean kafkaMetrics;

  @Option(
      names = "--metrics-groups",
      paramLabel = "N",
      defaultValue = "" + HealthSettings.METRICS_GROUPS_DEFAULT,
      description =
          "Groups that have metrics of their own, at most: those with the most alerts for their"
              + " budgets, those with the least room for capacity. Default: ${DEFAULT-VALUE}")
  private int metricsGroups;

  @Option(
      names = "--canary",
      description =
          "Measure the whole way of a sample: hosts that do not exist send some on each partition,"
              + " in groups peerwatch:canary/…, and their verdicts are read back. They raise no"
              + " alert.")
  private boolean canary;

  /** Whether there are canaries, which need a right more. */
  public boolean canary() {
    return canary;
  }

  public HealthSettings settings() {
    if (metricsGroups < 0) {
      throw new UsageException("--metrics-groups must be at least 0");
    }
    return new HealthSettings(listen.address(), readyLag, kafkaMetrics, canary, metricsGroups);
  }
}
