package io.peerwatch.proof.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.peerwatch.producers.publish.SamplePublisher;
import io.peerwatch.proof.SharedCluster;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What we write, read by somebody else's client: kcat, on librdkafka. */
class KcatTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  @BeforeAll
  static void requireKcat() throws Exception {
    assumeTrue(installed(), "skipped: kcat is not installed (Debian: apt-get install kcat)");
  }

  @Test
  void shouldReadSamplesKeyedByTheirGroupInTheConfluentWireFormat() throws Exception {
    ConnectionSettings connection = CLUSTER.newConnection();
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    Instant at = Instant.parse("2026-01-05T00:00:00Z");
    try (var publisher = new SamplePublisher(connection)) {
      for (String host : List.of("web-01", "web-02", "web-03")) {
        var cpu = Map.of("system.cpu.utilization", 0.5);
        publisher.publish(new HostSample(host, "web", at, cpu, Map.of()));
      }
      publisher.flush();
    }
    List<String> lines =
        kcat(
            connection.bootstrapServers(), connection.topic(Topics.HOST_SAMPLES), "%k %T %S %p\\n");
    assertThat(lines).hasSize(3).allMatch(line -> line.startsWith("web " + at.toEpochMilli()));
    assertThat(lines.stream().map(line -> line.split(" ")[3]).distinct()).hasSize(1);
  }

  private static List<String> kcat(String bootstrap, String topic, String format)
      throws IOException, InterruptedException {
    List<String> command =
        List.of("kcat", "-C", "-q", "-e", "-o", "beginning", "-b", bootstrap, "-t", topic);
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of("-f", format));
    Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed.lines().toList();
  }

  private static boolean installed() throws InterruptedException {
    try {
      return new ProcessBuilder("kcat", "-V").start().waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}
