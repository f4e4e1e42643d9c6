package io.peerwatch.producers.agent;

/**
 * Something that only grows until it starts over.
 *
 * @param metric canonical name of the metric that its rate belongs to
 * @param device what is counted, such as a disk; empty where there is just one
 */
record Counter(String metric, String device) {
  static Counter of(String metric) {
    return new Counter(metric, "");
  }
}
