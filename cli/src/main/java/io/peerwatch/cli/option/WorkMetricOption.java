package io.peerwatch.cli.option;

import io.peerwatch.detection.verdict.DetectionSettings;
import picocli.CommandLine.Option;

/** Which metric counts the hosts' work. */
public final class WorkMetricOption {
  @Option(
      names = "--work-metric",
      paramLabel = "NAME|" + DetectionSettings.NO_WORK,
      description =
          "Compare hosts at equal work, counted by this metric; none: whatever work they have."
              + " Default: http.server.request.rate where it is measured")
  private String name;

  /** Name of the metric, {@link DetectionSettings#NO_WORK}, or null for the default. */
  public String name() {
    return name;
  }
}
