package io.peerwatch.proof.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.peerwatch.proof.SharedCluster;
import io.peerwatch.proof.stream.CommittedRecords;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.json.JsonLines;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wire format against an implementation that shares no line with ours: Confluent's Python
 * client on librdkafka, with Avro's Python library.
 */
class PythonTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  private static final int RECORDS_PER_TOPIC = 20;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant AT = Instant.parse("2026-01-05T00:00:00Z");

  private static Optional<Program> python;

  @TempDir private Path folder;
  private final ConnectionSettings connection = CLUSTER.newConnection();

  @BeforeAll
  static void requirePython() {
    python = Program.python();
    assumeTrue(
        python.isPresent(),
        "skipped: no Python with Confluent's client"
            + " (Debian: apt-get install python3-confluent-kafka python3-avro python3-requests)");
  }

  @BeforeEach
  void makeTopics() {
    new TopicsApply(connection, TopicLayout.LOCAL).run();
  }

  @Test
  void shouldReadWhatWeWroteOnEveryTopicFieldByField() throws Exception {
    long seed = System.nanoTime();
    System.out.println("PythonTest: seed " + seed);
    var random = new RandomValues(seed);
    List<JsonNode> written = new ArrayList<>();
    for (TopicSpec<?> spec : Topics.all()) {
      written.addAll(write(spec, random));
    }
    List<JsonNode> read = new ArrayList<>();
    for (String line : python("read.py", allTopics())) {
      read.add(JSON.readTree(line));
    }
    assertThat(read).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void shouldWriteSamplesThatTheStreamBelievesAndJudges() throws Exception {
    python("write.py", sampleArguments("murmur2_random", 24));
    try (var runner = new StreamsRunner(StreamSettings.of(connection, folder))) {
      runner.start();
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> CommittedRecords.verdicts(connection).size() >= 3);
    }
    assertThat(CommittedRecords.verdicts(connection))
        .allMatch(verdict -> verdict.getGroup().equals("web") && verdict.getHostsReported() == 3);
    assertThat(CommittedRecords.rejected(connection)).isEmpty();
  }

  private <V extends SpecificRecord> List<JsonNode> write(TopicSpec<V> spec, RandomValues random)
      throws Exception {
    String topic = connection.topic(spec);
    List<JsonNode> written = new ArrayList<>();
    try (var client = Registries.connect(connection);
        var values = new AvroSerializer<V>(client, false);
        var producer =
            new KafkaProducer<>(
                connection.kafkaClient(), new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < RECORDS_PER_TOPIC; i++) {
        V value = random.of(spec.valueType());
        byte[] bytes = values.serialize(topic, value);
        producer.send(new ProducerRecord<>(topic, 0, "key-" + i, bytes)).get();
        var line = JSON.createObjectNode().put("topic", topic).put("partition", 0);
        written.add(line.put("key", "key-" + i).set("value", JSON.readTree(JsonLines.of(value))));
      }
    }
    return written;
  }

  private String[] allTopics() {
    return Topics.all().stream().map(spec -> connection.topic(spec)).toArray(String[]::new);
  }

  private String[] sampleArguments(String partitioner, int instants) {
    return new String[] {
      connection.topic(Topics.HOST_SAMPLES),
      partitioner,
      "web",
      "a,b,c",
      Long.toString(AT.toEpochMilli()),
      Integer.toString(instants)
    };
  }

  private List<String> python(String script, String... arguments) throws Exception {
    List<String> all = new ArrayList<>();
    all.add(connection.bootstrapServers());
    all.add(connection.registryUrl());
    all.addAll(List.of(arguments));
    return python.orElseThrow().script(script).run(all.toArray(String[]::new));
  }
}
