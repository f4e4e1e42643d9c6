package io.peerwatch.schemas.reference;

import io.peerwatch.schemas.topics.TopicSpec;

/**
 * Who has to do with a topic.
 *
 * @param writers who writes it
 * @param readers who reads it, of Peerwatch's own commands
 */
record TopicUsers(String writers, String readers) {

  static TopicUsers of(TopicSpec<?> spec) {
    return switch (spec.name()) {
      case "host-samples" ->
          new TopicUsers("`agent`, `simulate`, `replay`; `stream` its ticks", "`stream`");
      case "host-inventory" -> new TopicUsers("`inventory`", "`stream`, `inventory`, `policy`");
      case "group-policies" -> new TopicUsers("`policy`", "`policy`");
      case "policy-history" -> new TopicUsers("`policy`", "`stream`, `policy`");
      case "silences" -> new TopicUsers("`silence`", "`silence`, `notify`, `dashboard`");
      case "alert-feedback" -> new TopicUsers("`feedback`", "`stream`, `feedback`");
      case "host-alerts" ->
          new TopicUsers("`stream`", "`notify`, `dashboard`, `report`, `feedback`");
      case "group-verdicts", "host-readings" -> new TopicUsers("`stream`", "`dashboard`");
      case "group-capacity" -> new TopicUsers("`stream`", "`dashboard`, `report`");
      case "budget-ledger" -> new TopicUsers("`stream`", "`feedback`, `report`");
      case "rejected-records" -> new TopicUsers("`stream`", "people, with any Kafka tool");
      default -> throw new IllegalArgumentException("say who has to do with " + spec.name());
    };
  }
}
