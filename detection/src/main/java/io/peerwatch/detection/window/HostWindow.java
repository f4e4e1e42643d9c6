package io.peerwatch.detection.window;

/**
 * One host in one closed window.
 *
 * @param values mean over the window by metric, in the order of {@link GroupWindow#metrics()}; NaN
 *     where the host did not report the metric. The mean is exact, then rounded once, so that it
 *     does not depend on the order of arrival.
 * @param samples how many distinct instants it reported in this window; 0 when silent
 * @param missedWindows how many windows in a row, this one included, it missed while it was known;
 *     0 when it reported
 * @param skewMillis its latest timestamp minus the group's clock where that is beyond the skew
 *     budget, positive when ahead; else 0
 * @param lateSamples its samples that came after their window was judged, since the window before
 */
public record HostWindow(
    String host,
    double[] values,
    int samples,
    int missedWindows,
    long skewMillis,
    long lateSamples) {}
