package io.peerwatch.consumers.dashboard.web;

import io.peerwatch.consumers.dashboard.latest.Latest;
import io.peerwatch.consumers.dashboard.read.ReadingHealth;

/**
 * Answers {@code /healthz}.
 *
 * @param status {@code reading}, or {@code not reading} while the broker does not answer
 * @param cells host readings in memory
 */
record HealthAnswer(String status, ReadingHealth.Snapshot reading, long cells) {

  static HealthAnswer of(Latest latest, ReadingHealth health) {
    ReadingHealth.Snapshot reading = health.snapshot();
    String status = reading.connected() ? "reading" : "not reading";
    return new HealthAnswer(status, reading, latest.readings().cells());
  }

  int httpStatus() {
    return reading.connected() ? 200 : 503;
  }
}
