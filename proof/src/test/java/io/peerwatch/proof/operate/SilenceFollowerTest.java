package io.peerwatch.proof.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.peerwatch.consumers.feed.NoTopicException;
import io.peerwatch.consumers.silence.SilenceFollower;
import io.peerwatch.consumers.table.TopicTable;
import io.peerwatch.producers.operate.Change;
import io.peerwatch.producers.operate.Operated;
import io.peerwatch.producers.operate.OperatedWriter;
import io.peerwatch.proof.SharedCluster;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Silences take effect, and end, while a reader runs. */
class SilenceFollowerTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final HostAlert ALERT =
      HostAlert.newBuilder().setGroup("web").setHost("web-07").setUpdatedAt(NOON).build();

  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  private final ConnectionSettings connection = CLUSTER.newConnection();
  private final List<String> problems = new ArrayList<>();

  @Test
  void shouldFollowSilencesAsTheyComeAndGo() {
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    write(Change.put("early", silence("early"), ""));
    try (var follower = SilenceFollower.start(connection, problems::add)) {
      assertThat(follower.silences().covering(ALERT)).containsExactly("early");

      write(Change.put("late", silence("late"), ""));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> follower.silences().covering(ALERT), List.of("early", "late")::equals);
      write(Change.end("early", ""));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> follower.silences().covering(ALERT), List.of("late")::equals);
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void shouldReadATopicAsItStandsAndSayWhatItCouldNotRead() {
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    write(Change.put("a", silence("a"), ""));
    write(Change.put("b", silence("b"), ""));
    garbage();
    write(Change.end("a", ""));

    assertThat(TopicTable.latest(connection, Topics.SILENCES, problems::add)).containsOnlyKeys("b");
    assertThat(problems)
        .satisfiesExactly(
            line -> assertThat(line).contains("skipped a record", "offset 2"),
            line -> assertThat(line).startsWith("1 of the records on " + connection.prefix()));
  }

  @Test
  void shouldSayWhenThereIsNoTopic() {
    assertThatThrownBy(() -> SilenceFollower.start(connection, problems::add))
        .isInstanceOf(NoTopicException.class)
        .hasMessageContaining("peerwatch topics apply");
  }

  private static Silence silence(String id) {
    return Silence.newBuilder()
        .setSilenceId(id)
        .setFrom(NOON.minusSeconds(60))
        .setTo(NOON.plusSeconds(60))
        .setWhy("test")
        .build();
  }

  private void write(Change<Silence> change) {
    new OperatedWriter<>(connection, Operated.SILENCES).write(List.of(change), done -> {});
  }

  private void garbage() {
    try (var producer =
        new KafkaProducer<>(
            connection.kafkaClient(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>(
              connection.topic(Topics.SILENCES), new byte[] {'c'}, new byte[] {1, 2}));
    }
  }
}
