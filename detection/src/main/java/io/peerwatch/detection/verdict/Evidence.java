package io.peerwatch.detection.verdict;

/**
 * What one metric says of one host in one window.
 *
 * @param unit UCUM unit, empty when unknown
 * @param observed the host's mean over the window, in the unit
 * @param expected what peers and learned bias make likely, in the unit
 * @param peerLow lower edge of the band of the expected, in the unit
 * @param peerHigh upper edge
 * @param deviation signed distance from the expected in spreads
 * @param share of the blame, 0..1
 */
public record Evidence(
    String metric,
    String unit,
    double observed,
    double expected,
    double peerLow,
    double peerHigh,
    double deviation,
    double share) {}
