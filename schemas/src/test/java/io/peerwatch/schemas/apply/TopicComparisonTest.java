package io.peerwatch.schemas.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicComparisonTest {
  private static final String PREFIX = "replay.";
  private static final TopicLayout LAYOUT = TopicLayout.STANDARD;

  private final Map<String, TopicState> there = new HashMap<>();

  TopicComparisonTest() {
    for (var wanted : TopicPlan.of(PREFIX, LAYOUT, Map.of(), 3)) {
      put(wanted.name(), wanted.partitions(), wanted.replicas(), wanted.config());
    }
  }

  @Test
  void shouldFindNothingWhereAllIsAsItShouldBe() {
    assertThat(differences(LAYOUT)).isEmpty();
  }

  @Test
  void shouldNameTheCommandThatMakesAMissingTopic() {
    there.remove("replay.silences");

    assertThat(differences(LAYOUT))
        .containsExactly("replay.silences: missing; run 'peerwatch topics apply --prefix replay.'");
  }

  @Test
  void shouldNoticeTopicsThatAreNotCoPartitioned() {
    change("replay.group-verdicts", 6, 3, Map.of());

    assertThat(differences(LAYOUT))
        .containsExactly(
            "replay.group-verdicts: 6 partitions, should be 24 like all topics keyed by group: start"
                + " anew under another --prefix, or delete it and run"
                + " 'peerwatch topics apply --prefix replay.'");
  }

  @Test
  void shouldTakeThePartitionsThatAreThereAsTheMeasure() {
    there.keySet().stream().toList().forEach(name -> change(name, 6, 3, Map.of()));

    assertThat(differences(LAYOUT)).isEmpty();
    assertThat(differences(LAYOUT.withPartitions(12))).hasSize(8);
  }

  @Test
  void shouldCureARetentionThatIsTooShort() {
    change("replay.host-samples", 24, 3, Map.of(TopicConfig.RETENTION_MS_CONFIG, "3600000"));

    assertThat(differences(LAYOUT))
        .containsExactly(
            "replay.host-samples: records kept 1 h, should be 24 h: run"
                + " 'peerwatch topics apply --prefix replay.'");
    assertThat(remedies(LAYOUT)).containsExactly("replay.host-samples: records kept 24 h, was 1 h");
    assertThat(remedies(LAYOUT.withRetentionUnlimited()))
        .contains("replay.host-samples: records kept unlimited, was 1 h")
        .noneMatch(line -> line.contains("host-inventory"));
  }

  @Test
  void shouldLeaveALongerRetentionToAPerson() {
    change("replay.host-samples", 24, 3, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));

    assertThat(differences(LAYOUT))
        .containsExactly(
            "replay.host-samples: records kept unlimited, 24 h would do: to delete the older ones,"
                + " kafka-configs --alter --topic replay.host-samples"
                + " --add-config retention.ms=86400000");
    assertThat(remedies(LAYOUT)).isEmpty();
  }

  @Test
  void shouldNoticeAnotherCleanupPolicyButNotAnotherOrder() {
    change("replay.silences", 1, 3, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "delete"));
    change(
        "replay.budget-ledger", 24, 3, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "delete,compact"));

    assertThat(differences(LAYOUT)).singleElement().asString().contains("should be compact");
    assertThat(remedies(LAYOUT)).isEmpty();
  }

  @Test
  void shouldNoticeTooFewReplicasAndTooFewInSync() {
    change("replay.host-alerts", 24, 1, Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "1"));

    assertThat(differences(LAYOUT))
        .hasSize(2)
        .anyMatch(line -> line.contains("1 replicas, should be 3"))
        .anyMatch(line -> line.contains("min.insync.replicas is 1, should be 2"));
  }

  @Test
  void shouldAskForNoMoreReplicasThanThereAreBrokers() {
    assertThat(TopicPlan.of(PREFIX, LAYOUT, Map.of(), 1))
        .allMatch(topic -> topic.replicas() == 1)
        .noneMatch(topic -> topic.config().containsKey(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG));
    assertThat(TopicPlan.of(PREFIX, LAYOUT.withReplicas(3), Map.of(), 1))
        .allMatch(topic -> topic.replicas() == 3);
  }

  private List<String> differences(TopicLayout layout) {
    return compare(layout).stream().map(TopicDifference::line).toList();
  }

  private List<String> remedies(TopicLayout layout) {
    return compare(layout).stream()
        .flatMap(difference -> difference.remedy().stream())
        .map(TopicDifference.Remedy::done)
        .toList();
  }

  private List<TopicDifference> compare(TopicLayout layout) {
    var wanted = TopicPlan.of(PREFIX, layout, there, 3);
    return TopicComparison.of(wanted, there, layout.applyCommand(PREFIX));
  }

  private void change(String name, int partitions, int replicas, Map<String, String> config) {
    var merged = new HashMap<>(there.get(name).config());
    merged.putAll(config);
    put(name, partitions, replicas, merged);
  }

  private void put(String name, int partitions, int replicas, Map<String, String> config) {
    there.put(name, new TopicState(name, partitions, replicas, config));
  }
}
