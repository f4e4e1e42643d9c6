package io.peerwatch.consumers.dashboard.latest;

/** Names one series: one metric of one group. */
public record SeriesKey(String group, String metric) {}
