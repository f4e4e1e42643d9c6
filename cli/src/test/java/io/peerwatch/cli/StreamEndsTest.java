package io.peerwatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.cli.log.Logging;
import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalLogs;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process of {@code peerwatch stream}: how it ends when asked to, and when it meets what it
 * cannot get over.
 */
class StreamEndsTest {
  private static final Pattern URL = Pattern.compile("metrics and health at (http://\\S+)");
  private static final Pattern DEATHS =
      Pattern.compile("peerwatch_stream_thread_deaths_total (\\d+)");

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private LocalCluster cluster;
  private ConnectionSettings connection;
  private Path log;

  @BeforeEach
  void startCluster() {
    Logging.quieten(LocalLogs.LEVELS);
    cluster = LocalCluster.start(new LocalSettings(1, 0, 0, folder.resolve("cluster")));
    connection = ConnectionSettings.of(cluster.bootstrapServers(), cluster.registryUrl(), "end.");
    new TopicsApply(connection, TopicLayout.LOCAL).run();
  }

  @AfterEach
  void stopCluster() {
    cluster.close();
  }

  @Test
  void shouldLeaveAtOnceWhenAskedToAndGiveUpReadablyWhenItsThreadsDieAgainAndAgain()
      throws Exception {
    Process stream = start("asked");
    try {
      await().atMost(Duration.ofMinutes(3)).until(() -> status("/health/ready") == 200);
      assertThat(get("/metrics").body())
          .containsPattern("peerwatch_state_entries\\{store=\"plans\"} \\d")
          .containsPattern("peerwatch_state_bytes\\{store=\"plans\"} \\d");
      stream.toHandle().destroy(); // SIGTERM
      assertThat(stream.waitFor(20, TimeUnit.SECONDS)).as("ends in time").isTrue();
      assertThat(stream.exitValue()).as(text()).isZero();
      assertThat(members()).as("left the group, no session has to end").isZero();

      poisonState();
      stream = start("poisoned");
      await().atMost(Duration.ofMinutes(3)).until(() -> deaths() > 0);
      assertThat(status("/health/live")).as("has not given up yet").isEqualTo(200);
      assertThat(status("/health/ready")).isEqualTo(503);

      assertThat(stream.waitFor(5, TimeUnit.MINUTES)).as("gives up in time").isTrue();
      assertThat(stream.exitValue()).as(text()).isEqualTo(1);
      assertThat(text().lines().reduce("", (before, line) -> line))
          .as("one line at the end, which says what to do")
          .startsWith("peerwatch stream: the application gave up: 11 stream threads died within 10")
          .contains("is stored in layout 99", "run the release that wrote it");
    } finally {
      stream.destroyForcibly();
    }
  }

  private Process start(String name) throws IOException {
    log = folder.resolve(name + ".log");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "stream",
            "--bootstrap-servers=" + connection.bootstrapServers(),
            "--registry=" + connection.registryUrl(),
            "--prefix=" + connection.prefix(),
            "--state=" + folder.resolve(name),
            "--health-listen=127.0.0.1:0")
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** One piece, of a layout that nobody knows: it kills each thread that takes it over. */
  private void poisonState() throws Exception {
    try (var producer =
        new KafkaProducer<>(
            connection.kafkaClient(), new ByteArraySerializer(), new ByteArraySerializer())) {
      String changelog = "end.streams-baselines-changelog";
      byte[] ofFuture = {0, 0, 0, 1, 99};
      producer.send(new ProducerRecord<>(changelog, 0, "web".getBytes(UTF_8), ofFuture)).get();
    }
  }

  private int members() throws Exception {
    try (Admin admin = Admin.create(connection.kafkaClient())) {
      var groups = admin.describeConsumerGroups(List.of("end.streams")).all().get();
      return groups.get("end.streams").members().size();
    }
  }

  private int status(String path) throws InterruptedException, IOException {
    HttpResponse<String> response = get(path);
    return response == null ? -1 : response.statusCode();
  }

  private int deaths() throws InterruptedException, IOException {
    HttpResponse<String> response = get("/metrics");
    Matcher deaths = DEATHS.matcher(response == null ? "" : response.body());
    return deaths.find() ? Integer.parseInt(deaths.group(1)) : 0;
  }

  /** Null as long as it does not say where it answers. */
  private HttpResponse<String> get(String path) throws InterruptedException, IOException {
    Matcher url = URL.matcher(text());
    if (!url.find()) {
      return null;
    }
    return client.send(
        HttpRequest.newBuilder(URI.create(url.group(1) + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String text() throws IOException {
    return Files.readString(log);
  }
}
