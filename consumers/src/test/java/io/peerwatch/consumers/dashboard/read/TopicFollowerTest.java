package io.peerwatch.consumers.dashboard.read;

import static io.peerwatch.consumers.dashboard.MadeUpFleet.NOON;
import static io.peerwatch.consumers.dashboard.MadeUpFleet.alert;
import static io.peerwatch.consumers.dashboard.MadeUpFleet.evidence;
import static io.peerwatch.consumers.dashboard.MadeUpFleet.readings;
import static io.peerwatch.consumers.dashboard.MadeUpFleet.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.peerwatch.consumers.dashboard.latest.Latest;
import io.peerwatch.consumers.dashboard.latest.MemoryBounds;
import io.peerwatch.schemas.avro.Finding;
import io.peerwatch.schemas.avro.GroupState;
import io.peerwatch.schemas.avro.HostReadings;
import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicFollowerTest {
  private final Registry registry = new Registry();
  private final OneBroker broker = new OneBroker();
  private final Latest latest = Latest.within(MemoryBounds.DEFAULT);
  private final ReadingHealth health = new ReadingHealth();
  private final TopicFollower follower =
      new TopicFollower(
          broker,
          new RecordIntake(OneBroker.CONNECTION, registry, latest, health),
          health,
          InstantSource.fixed(NOON));

  @BeforeEach
  void createTopics() {
    broker.create(Topics.HOST_READINGS);
    broker.create(Topics.HOST_ALERTS);
    broker.create(Topics.GROUP_VERDICTS);
    broker.create(Topics.SILENCES);
  }

  @Test
  void shouldRememberWhatTheTopologyWrites() {
    follower.lookAround();
    broker.write(registry, Topics.HOST_READINGS, cpu());
    broker.write(registry, Topics.HOST_ALERTS, alert("1", "web", "a").build());
    broker.write(
        registry,
        Topics.GROUP_VERDICTS,
        verdict("web", GroupState.SUSPECTS, 2)
            .setFindings(
                List.of(new Finding("a", Verdict.LONE_HOST, 2.0, List.of(evidence("cpu", 1)))))
            .build());
    assertThat(follower.readOnce()).isTrue();
    assertThat(latest.groups()).containsExactly("web");
    assertThat(latest.readings().cells()).isEqualTo(2);
    assertThat(latest.alerts().oddHosts("web")).containsOnlyKeys("a");
    assertThat(latest.verdicts().of("web")).isPresent();
    assertThat(health.snapshot().read()).isEqualTo(3);
    assertThat(health.snapshot().unusable()).isEmpty();
  }

  @Test
  void shouldFollowSilencesUntilTheyEnd() {
    follower.lookAround();
    broker.write(
        registry,
        Topics.SILENCES,
        Silence.newBuilder()
            .setGroupPattern("web")
            .setHostPattern("*")
            .setFrom(NOON)
            .setTo(NOON.plusSeconds(1))
            .build());
    assertThat(follower.readOnce()).isTrue();
    assertThat(latest.silencing(alert("1", "web", "a").build())).hasSize(1);
    broker.writeBytes(Topics.SILENCES, null);
    assertThat(follower.readOnce()).isTrue();
    assertThat(latest.silencing(alert("1", "web", "a").build())).isEmpty();
    assertThat(health.snapshot().unusable()).isEmpty();
  }

  @Test
  void shouldCountForeignRecordsAndGoOn() {
    follower.lookAround();
    broker.writeBytes(Topics.HOST_READINGS, new byte[] {1, 2, 3});
    broker.writeBytes(Topics.HOST_READINGS, null);
    broker.write(registry, Topics.HOST_READINGS, named("<img src=x>"));
    broker.write(
        registry, Topics.HOST_READINGS, HostReadings.newBuilder(cpu()).setLow(List.of()).build());
    broker.write(registry, Topics.HOST_READINGS, cpu());
    assertThat(follower.readOnce()).isTrue();
    assertThat(latest.groups()).containsExactly("web");
    assertThat(health.snapshot().unusable()).isEqualTo(Map.of("peerwatch.host-readings", 4L));
  }

  @Test
  void shouldNameMissingTopicsAndTakeThemUpOnceTheyAreThere() {
    follower.lookAround();
    assertThat(health.snapshot().missingTopics()).containsExactly("peerwatch.group-capacity");
    broker.create(Topics.GROUP_CAPACITY);
    follower.lookAround();
    assertThat(health.snapshot().missingTopics()).isEmpty();
    assertThat(broker.assignment()).hasSize(5);
  }

  @Test
  void shouldOfferARecordAgainWhenTheRegistryWasDown() {
    follower.lookAround();
    broker.write(registry, Topics.HOST_READINGS, cpu());
    registry.down = true;
    assertThat(follower.readOnce()).isFalse();
    assertThat(health.snapshot().problem()).isNotBlank();
    assertThat(latest.groups()).isEmpty();
    assertThat(
            broker.position(
                broker.assignment().stream()
                    .filter(p -> p.topic().endsWith("readings"))
                    .findFirst()
                    .orElseThrow()))
        .isZero();
    assertThat(health.snapshot().unusable()).isEmpty();
  }

  @Test
  void shouldSayHowFarBehindItIs() {
    follower.lookAround();
    broker.write(registry, Topics.HOST_READINGS, cpu());
    follower.lookAround();
    assertThat(health.snapshot().behind()).isEqualTo(1);
    follower.readOnce();
    follower.lookAround();
    assertThat(health.snapshot().behind()).isZero();
  }

  private static HostReadings cpu() {
    return named("web");
  }

  private static HostReadings named(String group) {
    return readings(group, "cpu", NOON, List.of("a", "b"), List.of(0.9, 0.4));
  }

  /** A registry that can be switched off. */
  private static final class Registry extends MockSchemaRegistryClient {
    private boolean down;

    @Override
    public synchronized ParsedSchema getSchemaById(int id) throws IOException {
      if (down) {
        throw new IOException("connection refused");
      }
      try {
        return super.getSchemaById(id);
      } catch (io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException e) {
        throw new IOException(e);
      }
    }
  }
}
