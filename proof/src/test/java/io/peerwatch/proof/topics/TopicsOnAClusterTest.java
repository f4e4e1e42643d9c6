package io.peerwatch.proof.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.peerwatch.proof.SharedCluster;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.apply.TopicsCheck;
import io.peerwatch.schemas.apply.TopicsException;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TopicsOnAClusterTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  private final ConnectionSettings connection = CLUSTER.newConnection();

  @Test
  void shouldCreateAndRegisterEverythingOnce() {
    assertThat(check(TopicLayout.LOCAL))
        .hasSize(24)
        .allMatch(line -> line.contains("topics apply"));

    var applied = new TopicsApply(connection, TopicLayout.LOCAL).run();

    assertThat(applied.left()).isEmpty();
    assertThat(applied.done())
        .hasSize(36)
        .contains(
            connection.topic(Topics.HOST_SAMPLES) + ": created, 4 partitions, 1 replica, kept 24 h",
            connection.topic(Topics.SILENCES) + ": created, 1 partition, 1 replica, compacted");
    assertThat(check(TopicLayout.LOCAL)).isEmpty();
    assertThat(check(TopicLayout.STANDARD)).isEmpty();
    assertThat(new TopicsApply(connection, TopicLayout.STANDARD).run().done()).isEmpty();
  }

  @Test
  void shouldSayWhatItWouldDoAndDoNothing() {
    var before = check(TopicLayout.LOCAL);

    var preview = new TopicsApply(connection, TopicLayout.LOCAL).preview();

    assertThat(check(TopicLayout.LOCAL)).isEqualTo(before);
    assertThat(preview.done())
        .hasSize(36)
        .contains(
            connection.topic(Topics.SILENCES) + ": created, 1 partition, 1 replica, compacted",
            Topics.SILENCES.subject(connection.prefix()) + ": registered Silence",
            Topics.SILENCES.subject(connection.prefix()) + ": compatibility FULL_TRANSITIVE");
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    assertThat(new TopicsApply(connection, TopicLayout.LOCAL).preview().done()).isEmpty();
  }

  @Test
  void shouldLengthenRetentionButNeverShortenIt() {
    new TopicsApply(connection, TopicLayout.LOCAL).run();

    var lengthened = new TopicsApply(connection, TopicLayout.LOCAL.withRetentionUnlimited()).run();

    assertThat(lengthened.done())
        .contains(
            connection.topic(Topics.HOST_SAMPLES) + ": records kept unlimited, was 24 h",
            connection.topic(Topics.BUDGET_LEDGER) + ": records kept unlimited, was 365 d");
    // A broker answers for a change before it tells of it.
    await()
        .untilAsserted(
            () -> assertThat(check(TopicLayout.LOCAL.withRetentionUnlimited())).isEmpty());
    var again = new TopicsApply(connection, TopicLayout.LOCAL).run();
    assertThat(again.done()).isEmpty();
    assertThat(again.left()).hasSize(8).allMatch(line -> line.contains("to delete the older ones"));
  }

  @Test
  void shouldNoticeWhatSomebodyChanged() throws Exception {
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    var topic = connection.topic(Topics.SILENCES);
    set(topic, TopicConfig.CLEANUP_POLICY_CONFIG, "delete");

    await()
        .untilAsserted(
            () ->
                assertThat(check(TopicLayout.LOCAL))
                    .singleElement()
                    .asString()
                    .startsWith(topic + ": cleanup.policy is delete, should be compact"));
  }

  @Test
  void shouldRefuseTopicsThatWouldNotBeCoPartitioned() {
    new TopicsApply(connection, TopicLayout.LOCAL).run();

    assertThatThrownBy(
            () -> new TopicsApply(connection, TopicLayout.STANDARD.withPartitions(6)).run())
        .isInstanceOf(TopicsException.class)
        .hasMessageContaining("has 4 partitions")
        .hasMessageContaining("--partitions");
  }

  @Test
  void shouldSayWhenThereAreTooFewBrokers() {
    assertThatThrownBy(() -> new TopicsApply(connection, TopicLayout.LOCAL.withReplicas(3)).run())
        .isInstanceOf(TopicsException.class)
        .hasMessageContaining("with 3 replicas")
        .hasMessageNotContaining("\n");
  }

  private List<String> check(TopicLayout layout) {
    return new TopicsCheck(connection, layout).run();
  }

  private void set(String topic, String setting, String value) throws Exception {
    var change = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (var admin = Admin.create(connection.kafkaClient())) {
      admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    }
  }
}
