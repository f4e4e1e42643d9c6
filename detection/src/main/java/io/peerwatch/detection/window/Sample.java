package io.peerwatch.detection.window;

import java.util.Map;

/**
 * What one host measured at one instant, believed.
 *
 * @param timestamp event time in epoch milliseconds
 * @param metrics value by canonical metric name, finite; a metric that is missing was not measured
 */
public record Sample(String group, String host, long timestamp, Map<String, Double> metrics)
    implements Heard {}
