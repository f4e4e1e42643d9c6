package io.peerwatch.detection.verdict;

import java.util.List;

/**
 * One metric over the hosts of a window that reported it, for dashboards; arrays run alike over
 * hosts, all in the metric's unit but {@code deviation}, which is in spreads. What was not judged
 * is NaN in expected, low, high and deviation.
 */
public record MetricReadings(
    String metric,
    String unit,
    List<String> hosts,
    double[] observed,
    double[] expected,
    double[] low,
    double[] high,
    double[] deviation) {}
