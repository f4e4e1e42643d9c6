package io.peerwatch.detection.taught;

/**
 * One thing that feedback taught and that still lasts, as people are shown it.
 *
 * @param host empty for what was taught of the whole group
 * @param metric name; empty for all metrics
 * @param factor for FALSE_ALARM how many times as high the bar is by this alert now, else 1
 * @param difference that was learned, in the host's usual spreads at that time; else 0
 * @param since end of the window at which it was taught, epoch milliseconds
 */
public record TaughtItem(
    String host,
    String metric,
    Opinion kind,
    double factor,
    double difference,
    long since,
    String alertId) {}
