package io.peerwatch.detection.feedback;

import io.peerwatch.detection.taught.Opinion;

/**
 * Feedback as it came.
 *
 * @param opinion null when what was said before is taken back
 * @param at when it was said, epoch milliseconds; it only orders what is said of one alert
 */
public record Said(String alertId, Opinion opinion, long at) {}
