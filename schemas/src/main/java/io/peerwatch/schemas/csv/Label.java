package io.peerwatch.schemas.csv;

import java.time.Instant;
import java.util.List;

/**
 * A stretch of time in which a host is known to have misbehaved.
 *
 * @param host name of the host
 * @param start when it began, inclusive
 * @param end when it was over, exclusive; after start
 * @param metrics the metrics that show it, in no particular order; empty when unknown
 * @param group the host's group; empty when the labels don't say
 * @param kind kind of fault, such as {@code cpu-hog}; empty when the labels don't say
 */
public record Label(
    String host, Instant start, Instant end, List<String> metrics, String group, String kind) {
  public Label {
    metrics = List.copyOf(metrics);
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("start " + start + " must be before end " + end);
    }
  }
}
