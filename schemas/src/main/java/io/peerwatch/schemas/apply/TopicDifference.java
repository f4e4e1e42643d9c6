package io.peerwatch.schemas.apply;

import java.util.Optional;

/**
 * Something about a topic that is not as it should be.
 *
 * @param line for a person: what, and what to do
 * @param remedy what can be done at once without losing anything; empty: a person has to decide
 */
record TopicDifference(String line, Optional<Remedy> remedy) {

  /**
   * A setting to change.
   *
   * @param done what to say when it is done
   */
  record Remedy(String topic, String setting, String value, String done) {}

  static TopicDifference forPerson(String line) {
    return new TopicDifference(line, Optional.empty());
  }
}
