package io.peerwatch.schemas.apply;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import io.peerwatch.schemas.apply.TopicDifference.Remedy;
import io.peerwatch.schemas.topics.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is different between a topic that is there and the one that should be. */
final class TopicComparison {
  private final WantedTopic wanted;
  private final TopicState there;
  private final String applyCommand;
  private final List<TopicDifference> found = new ArrayList<>();

  private TopicComparison(WantedTopic wanted, TopicState there, String applyCommand) {
    this.wanted = wanted;
    this.there = there;
    this.applyCommand = applyCommand;
  }

  /** Compares all of them, in the catalogue's order. */
  static List<TopicDifference> of(
      List<WantedTopic> wanted, Map<String, TopicState> there, String applyCommand) {
    return wanted.stream()
        .flatMap(topic -> of(topic, there.get(topic.name()), applyCommand).stream())
        .toList();
  }

  private static List<TopicDifference> of(
      WantedTopic wanted, TopicState there, String applyCommand) {
    if (there == null) {
      return List.of(
          TopicDifference.forPerson(
              "%s: missing; run '%s'".formatted(wanted.name(), applyCommand)));
    }
    return new TopicComparison(wanted, there, applyCommand).differences();
  }

  private List<TopicDifference> differences() {
    comparePartitions();
    compareReplicas();
    compareCleanup();
    compareRetention();
    compareMessageBytes();
    compareInSync();
    return found;
  }

  /** More partitions would move groups away from their past, so nothing is added to a topic. */
  private void comparePartitions() {
    if (wanted.spec().partitionedByGroup() && there.partitions() != wanted.partitions()) {
      forPerson(
          "%d partitions, should be %d like all topics keyed by group: start anew under another --prefix, or delete it and run '%s'",
          there.partitions(), wanted.partitions(), applyCommand);
    }
  }

  private void compareReplicas() {
    if (there.replicas() < wanted.replicas()) {
      forPerson(
          "%d replicas, should be %d: add some with kafka-reassign-partitions",
          there.replicas(), wanted.replicas());
    }
  }

  private void compareCleanup() {
    var is = there.config().getOrDefault(CLEANUP_POLICY_CONFIG, "");
    var should = wanted.config().get(CLEANUP_POLICY_CONFIG);
    if (!Set.of(is.split(",", -1)).equals(Set.of(should.split(",", -1)))) {
      forPerson(
          "cleanup.policy is %s, should be %s: if its records may go, set it with %s",
          is, should, kafkaConfigs(CLEANUP_POLICY_CONFIG, "[" + should + "]"));
    }
  }

  private void compareRetention() {
    var should = wanted.config().get(RETENTION_MS_CONFIG);
    var is = there.config().get(RETENTION_MS_CONFIG);
    if (should == null || is == null) {
      return; // it compacts: age does not matter
    }
    if (Kept.longer(should, is)) {
      curable(RETENTION_MS_CONFIG, should, "records kept", Kept.words(is), Kept.words(should));
    } else if (Kept.longer(is, should)) {
      forPerson(
          "records kept %s, %s would do: to delete the older ones, %s",
          Kept.words(is), Kept.words(should), kafkaConfigs(RETENTION_MS_CONFIG, should));
    }
  }

  private void compareMessageBytes() {
    var should = wanted.config().get(MAX_MESSAGE_BYTES_CONFIG);
    var is = there.config().get(MAX_MESSAGE_BYTES_CONFIG);
    if (is != null && Long.parseLong(is) < Long.parseLong(should)) {
      curable(MAX_MESSAGE_BYTES_CONFIG, should, "largest record in bytes", is, should);
    }
  }

  private void compareInSync() {
    var should = wanted.config().get(MIN_IN_SYNC_REPLICAS_CONFIG);
    var is = there.config().get(MIN_IN_SYNC_REPLICAS_CONFIG);
    if (should != null && is != null && Integer.parseInt(is) < Integer.parseInt(should)) {
      forPerson(
          "min.insync.replicas is %s, should be %s, else a failing broker can lose records: %s",
          is, should, kafkaConfigs(MIN_IN_SYNC_REPLICAS_CONFIG, should));
    }
  }

  private void forPerson(String text, Object... values) {
    found.add(TopicDifference.forPerson(there.name() + ": " + text.formatted(values)));
  }

  private void curable(String setting, String value, String what, String is, String should) {
    var line =
        "%s: %s %s, should be %s: run '%s'".formatted(there.name(), what, is, should, applyCommand);
    var done = "%s: %s %s, was %s".formatted(there.name(), what, should, is);
    found.add(
        new TopicDifference(line, Optional.of(new Remedy(there.name(), setting, value, done))));
  }

  private String kafkaConfigs(String setting, String value) {
    return "kafka-configs --alter --topic %s --add-config %s=%s"
        .formatted(there.name(), setting, value);
  }
}
