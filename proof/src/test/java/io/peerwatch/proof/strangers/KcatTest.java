package io.peerwatch.proof.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.peerwatch.producers.publish.SamplePublisher;
import io.peerwatch.proof.SharedCluster;
import io.peerwatch.proof.stream.CommittedRecords;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What we write, read by somebody else's client, and the reverse: kcat, on librdkafka. */
class KcatTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  private static final List<String> HOSTS = List.of("web-01", "web-02", "web-03");
  private static final Instant AT = Instant.parse("2026-01-05T00:00:00Z");

  private static Optional<Program> kcat;

  @TempDir private Path folder;
  private final ConnectionSettings connection = CLUSTER.newConnection();
  private final String topic = connection.topic(Topics.HOST_SAMPLES);

  @BeforeAll
  static void requireKcat() {
    kcat = Program.kcat();
    assumeTrue(kcat.isPresent(), "skipped: kcat is not installed (Debian: apt-get install kcat)");
  }

  @BeforeEach
  void makeTopics() {
    new TopicsApply(connection, TopicLayout.LOCAL).run();
  }

  @Test
  void shouldReadSamplesKeyedByTheirGroupInTheConfluentWireFormat() throws Exception {
    try (var publisher = new SamplePublisher(connection)) {
      HOSTS.forEach(host -> publisher.publish(sample(host, AT)));
      publisher.flush();
    }
    List<String> lines = kcat("-C", "-e", "-o", "beginning", "-f", "%k %T %S %p\\n");
    assertThat(lines).hasSize(3).allMatch(line -> line.startsWith("web " + AT.toEpochMilli()));
    assertThat(lines.stream().map(line -> line.split(" ")[3]).distinct()).hasSize(1);
  }

  @Test
  void shouldWriteSamplesThatAreJudgedIfItsPartitionerIsToldToBeOurs() throws Exception {
    // librdkafka's own partitioner is CRC32, which puts this group elsewhere than Java does.
    write(samples(HOSTS.subList(0, 1), 0, 1));
    write(samples(HOSTS, 0, 240), "-X", "topic.partitioner=murmur2_random");
    try (var runner = new StreamsRunner(StreamSettings.of(connection, folder))) {
      runner.start();
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> CommittedRecords.verdicts(connection).size() >= 3);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> !CommittedRecords.rejected(connection).isEmpty());
    }
    assertThat(CommittedRecords.rejected(connection))
        .extracting(RejectedRecord::getReason)
        .containsExactly(RejectReason.WRONG_PARTITION);
    assertThat(CommittedRecords.verdicts(connection))
        .extracting(GroupVerdict::getHostsReported)
        .containsOnly(3);
  }

  /** One file with the bytes of each sample, as kcat takes them: a message a file. */
  private List<String> samples(List<String> hosts, int fromSecond, int toSecond) throws Exception {
    List<String> files = new ArrayList<>();
    try (var client = Registries.connect(connection);
        var values = new AvroSerializer<HostSample>(client, false)) {
      for (int second = fromSecond; second < toSecond; second += 10) {
        for (String host : hosts) {
          Path file = folder.resolve(host + "-" + second + "-" + files.size() + ".avro");
          Files.write(file, values.serialize(topic, sample(host, AT.plusSeconds(second))));
          files.add(file.toString());
        }
      }
    }
    return files;
  }

  private void write(List<String> files, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-P", "-k", "web"));
    arguments.addAll(List.of(options));
    arguments.addAll(files);
    kcat(arguments.toArray(String[]::new));
  }

  private List<String> kcat(String... arguments) throws Exception {
    List<String> whole = new ArrayList<>(List.of("-q", "-t", topic));
    whole.addAll(List.of("-b", connection.bootstrapServers()));
    whole.addAll(List.of(arguments));
    return kcat.orElseThrow().run(whole.toArray(String[]::new));
  }

  private static HostSample sample(String host, Instant at) {
    return new HostSample(host, "web", at, Map.of("system.cpu.utilization", 0.5), Map.of());
  }
}
