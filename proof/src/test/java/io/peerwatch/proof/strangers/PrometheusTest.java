package io.peerwatch.proof.strangers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.peerwatch.local.broker.LocalPorts;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.streams.health.HealthSettings;
import io.peerwatch.streams.health.LagBound;
import io.peerwatch.streams.health.WatchedRunner;
import io.peerwatch.streams.run.StreamSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus takes our files, and what an instance answers. */
class PrometheusTest {
  private static final Path FILES = Path.of("../infra/prometheus").toAbsolutePath().normalize();

  private static Optional<Program> promtool;

  @TempDir private Path folder;

  @BeforeAll
  static void requirePrometheus() {
    promtool = Program.promtool();
    assumeTrue(
        promtool.isPresent(),
        "skipped: prometheus is not installed (Debian: apt-get install prometheus)");
  }

  @Test
  void shouldAcceptTheScrapeConfigurationAndItsRules() throws Exception {
    String config = FILES.resolve("prometheus.yml").toString();
    assertThat(promtool.orElseThrow().run("check", "config", config))
        .anyMatch(line -> line.contains("1 rule files found"))
        .anyMatch(line -> line.endsWith("rules found") && !line.contains(" 0 rules"));
  }

  @Test
  void shouldScrapeAnInstanceThatIsNotStartedYetAsAliveAndNotReady() throws Exception {
    var connection = ConnectionSettings.of("127.0.0.1:1", "http://127.0.0.1:1", "peerwatch.");
    var listen = Optional.of(new InetSocketAddress("127.0.0.1", 0));
    var health =
        new HealthSettings(
            listen, LagBound.DEFAULT, false, true, HealthSettings.METRICS_GROUPS_DEFAULT);
    try (var watched = new WatchedRunner(StreamSettings.of(connection, folder), health, "1")) {
      int port = LocalPorts.free(1, Set.of()).iterator().next();
      Process prometheus = start(port, watched.url().orElseThrow().getAuthority());
      try {
        // All again: on a busy machine one scrape may take too long after one that did not.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertScraped(port));
      } finally {
        prometheus.destroy();
        prometheus.waitFor();
      }
    }
  }

  private static void assertScraped(int port) throws InterruptedException {
    assertThat(value(port, "up")).isEqualTo("1");
    assertThat(value(port, "peerwatch_live")).isEqualTo("1");
    assertThat(value(port, "peerwatch_ready")).isEqualTo("0");
    assertThat(value(port, "count(peerwatch_samples_rejected_total)"))
        .isEqualTo(String.valueOf(RejectReason.values().length));
  }

  private Process start(int port, String target) throws IOException {
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global: {scrape_interval: 1s}
        rule_files: [%s/rules.yml]
        scrape_configs: [{job_name: peerwatch-stream, static_configs: [{targets: ["%s"]}]}]
        """
            .formatted(FILES, target));
    return new ProcessBuilder(
            "prometheus",
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("tsdb"),
            "--web.listen-address=127.0.0.1:" + port)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("prometheus.log").toFile())
        .start();
  }

  /** The value of a query with one result, as text; empty as long as there is none. */
  private static String value(int port, String query) throws InterruptedException {
    String encoded = URLEncoder.encode(query, UTF_8);
    URI uri = URI.create("http://127.0.0.1:%d/api/v1/query?query=%s".formatted(port, encoded));
    try {
      String body =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      int end = body.lastIndexOf("\"]}]");
      return end < 0 ? "" : body.substring(body.lastIndexOf('"', end - 1) + 1, end);
    } catch (IOException notUpYet) {
      return "";
    }
  }
}
