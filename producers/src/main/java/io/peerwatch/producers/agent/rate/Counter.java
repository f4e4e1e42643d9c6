package io.peerwatch.producers.agent.rate;

/**
 * Something that only grows until it starts over.
 *
 * @param metric canonical name of the metric that its rate belongs to
 * @param device what is counted, such as a disk; empty where there is just one
 */
public record Counter(String metric, String device) {
  /** One that there is only one of. */
  public static Counter of(String metric) {
    return new Counter(metric, "");
  }
}
