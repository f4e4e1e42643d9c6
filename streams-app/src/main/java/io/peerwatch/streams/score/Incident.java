package io.peerwatch.streams.score;

import java.util.List;

/**
 * A stretch in which a host is known to have misbehaved: a label, or an injected fault.
 *
 * @param group the host's group; empty when the label doesn't say
 * @param host name of the host
 * @param startMillis epoch milliseconds, inclusive
 * @param endMillis epoch milliseconds, exclusive
 * @param metrics those that show it; empty when unknown
 * @param kind kind of fault; empty when unknown
 */
public record Incident(
    String group,
    String host,
    long startMillis,
    long endMillis,
    List<String> metrics,
    String kind) {

  public Incident {
    metrics = List.copyOf(metrics);
    if (startMillis >= endMillis) {
      throw new IllegalArgumentException(
          "start %d must be before end %d".formatted(startMillis, endMillis));
    }
  }

  public boolean overlaps(long fromMillis, long toMillis) {
    return startMillis < toMillis && fromMillis < endMillis;
  }

  public boolean isOf(String otherGroup, String otherHost) {
    return inGroup(otherGroup) && host.equals(otherHost);
  }

  boolean inGroup(String other) {
    return group.isEmpty() || group.equals(other);
  }

  long lengthMillis() {
    return endMillis - startMillis;
  }
}
