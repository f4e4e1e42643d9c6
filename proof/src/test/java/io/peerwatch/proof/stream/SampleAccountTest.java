package io.peerwatch.proof.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.proof.SharedCluster;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.count.Counted;
import io.peerwatch.streams.count.Snapshot;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every record on the samples' topic is counted, once, in exactly one place. */
class SampleAccountTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  private static final long SEED = 20261123;
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final AtomicLong latencies = new AtomicLong();
  @TempDir private Path folder;
  private ConnectionSettings connection;

  @BeforeEach
  void topics() {
    connection = CLUSTER.newConnection();
    new TopicsApply(connection, TopicLayout.LOCAL).run();
  }

  @Test
  void shouldAgreeWithTheTopicsOffsetsAlsoOverARestart() throws Exception {
    publish(0, 14_370);
    Snapshot first = countUntil(() -> SamplesOnTopic.of(connection).samples());
    long open = first.of(Counted.SAMPLES_GIVEN_OVER);
    assertThat(open).as("samples in windows that wait for more (seed %d)", SEED).isPositive();

    publish(14_370, 18_000);
    SamplesOnTopic all = SamplesOnTopic.of(connection);
    long rest = all.samples() - first.of(Counted.SAMPLES_IN);
    Snapshot second = countUntil(() -> rest);
    assertThat(second.of(Counted.SAMPLES_TAKEN_OVER)).isEqualTo(open);
    for (Counted place :
        new Counted[] {
          Counted.SAMPLES_JUDGED,
          Counted.SAMPLES_NOT_JUDGED,
          Counted.SAMPLES_REJECTED,
          Counted.SAMPLES_LATE,
          Counted.SAMPLES_DUPLICATE
        }) {
      assertThat(first.of(place) + second.of(place)).as(place.metric()).isPositive();
    }
    assertThat(first.of(Counted.SAMPLES_REJECTED) + second.of(Counted.SAMPLES_REJECTED))
        .isEqualTo(CommittedRecords.rejected(connection).size());
    assertThat(first.of(Counted.WINDOWS_CLOSED) + second.of(Counted.WINDOWS_CLOSED))
        .isEqualTo(CommittedRecords.verdicts(connection).size())
        .isEqualTo(latencies.get());
    assertThat(first.of(Counted.TICKS_READ) + second.of(Counted.TICKS_READ))
        .isLessThanOrEqualTo(SamplesOnTopic.of(connection).ticks());
  }

  private interface Wanted {
    long samples();
  }

  /** Runs the application until it has read so many samples; what it has counted at its end. */
  private Snapshot countUntil(Wanted wanted) throws Exception {
    StreamsRunner runner =
        new StreamsRunner(
            StreamSettings.of(connection, folder), millis -> latencies.incrementAndGet());
    try (runner) {
      runner.start();
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () -> {
                Snapshot now = runner.vitals().counts().snapshot();
                assertLaw(now);
                assertThat(now.of(Counted.SAMPLES_IN)).isEqualTo(wanted.samples());
              });
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> runner.vitals().backlog(System.currentTimeMillis()).records() == 0);
    }
    Snapshot closed = runner.vitals().counts().snapshot();
    assertLaw(closed);
    assertThat(closed.openSamples()).isZero();
    assertThat(runner.vitals().counts().readUpTo()).isEmpty();
    return closed;
  }

  private static void assertLaw(Snapshot now) {
    long in = now.of(Counted.SAMPLES_IN) + now.of(Counted.SAMPLES_TAKEN_OVER);
    long out =
        now.of(Counted.SAMPLES_JUDGED)
            + now.of(Counted.SAMPLES_NOT_JUDGED)
            + now.of(Counted.SAMPLES_REJECTED)
            + now.of(Counted.SAMPLES_LATE)
            + now.of(Counted.SAMPLES_DUPLICATE)
            + now.openSamples()
            + now.of(Counted.SAMPLES_GIVEN_OVER);
    assertThat(out).isEqualTo(in);
  }

  /** Seconds [from, to) of five groups, with duplicates, latecomers and poison in between. */
  private void publish(int from, int to) throws Exception {
    String topic = connection.topic(Topics.HOST_SAMPLES);
    try (var values = new AvroSerializer<HostSample>(Registries.connect(connection), false);
        var producer =
            new KafkaProducer<>(
                connection.kafkaClient(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int second = from; second < to; second += 30) {
        for (String group : new String[] {"web", "db", "cache", "queue", "lone"}) {
          for (int host = group.equals("lone") ? 3 : 0; host < 4; host++) {
            byte[] key = group.getBytes(UTF_8);
            byte[] value = values.serialize(topic, sample(group, "h" + host, second));
            producer.send(new ProducerRecord<>(topic, key, value));
            switch (random.nextInt(40)) {
              case 0 -> producer.send(new ProducerRecord<>(topic, key, value));
              case 1 -> producer.send(new ProducerRecord<>(topic, key, new byte[] {1, 2, 3}));
              case 2 -> producer.send(new ProducerRecord<>(topic, key, null));
              case 3 -> {
                int late = second - random.nextInt(3_600);
                byte[] old = values.serialize(topic, sample(group, "h" + host, late));
                producer.send(new ProducerRecord<>(topic, key, old));
              }
              default -> {}
            }
          }
        }
      }
    }
  }

  private HostSample sample(String group, String host, int second) {
    Map<String, Double> metrics = Map.of("system.cpu.utilization", 0.3 + random.nextDouble() / 9);
    return new HostSample(host, group, START.plusSeconds(second), metrics, Map.of());
  }
}
