package io.peerwatch.detection.taught;

/** What a person said of an alert. The names are those of the Avro enum in the contracts. */
public enum Opinion {
  /** Seen, and right. */
  ACKNOWLEDGED,
  /** Right, but meant to be so from now on. */
  EXPECTED_CHANGE,
  /** Nothing was wrong. */
  FALSE_ALARM;

  /** Whether the alert was one that the budget of false alarms does not pay for. */
  public boolean confirms() {
    return this != FALSE_ALARM;
  }
}
