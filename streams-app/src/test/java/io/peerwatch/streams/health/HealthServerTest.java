package io.peerwatch.streams.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamStartException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is answered before the application is started: it lives, and is not ready. */
class HealthServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final WatchedRunner watched = watched(0);

  @AfterEach
  void close() {
    watched.close();
  }

  @Test
  void shouldSayInWordsWhyItIsNotReady() throws Exception {
    HttpResponse<String> live = get("/health/live");
    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(live.body()).isEqualTo("{\"live\":true,\"why\":[]}\n");
    HttpResponse<String> ready = get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).isEqualTo("{\"ready\":false,\"why\":[\"it is starting\"]}\n");
  }

  @Test
  void shouldTellMetricsAsPrometheusReadsThem() throws Exception {
    HttpResponse<String> metrics = get("/metrics");
    assertThat(metrics.headers().firstValue("content-type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(metrics.body())
        .contains("peerwatch_samples_rejected_total{reason=\"NOT_FINITE\"} 0.0\n")
        .contains("peerwatch_ready 0.0\n", "peerwatch_live 1.0\n")
        .contains("peerwatch_build_info{java=", "version=\"7.7\"} 1\n");
  }

  @Test
  void shouldAnswerNothingElse() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/metricsx").statusCode()).isEqualTo(404);
    var post = HttpRequest.newBuilder(uri("/metrics"));
    post.POST(HttpRequest.BodyPublishers.ofString("x"));
    assertThat(client.send(post.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(405);
  }

  @Test
  void shouldSayInOneLineThatThePortIsTaken() {
    int taken = watched.url().orElseThrow().getPort();
    assertThatThrownBy(() -> watched(taken))
        .isInstanceOf(StreamStartException.class)
        .hasMessageContainingAll("--health-listen 127.0.0.1:" + taken, "name another port");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return watched.url().orElseThrow().resolve(path);
  }

  private static WatchedRunner watched(int port) {
    var connection = ConnectionSettings.of("127.0.0.1:1", "http://127.0.0.1:1", "peerwatch.");
    var listen = Optional.of(new InetSocketAddress("127.0.0.1", port));
    var health =
        new HealthSettings(
            listen, LagBound.DEFAULT, false, false, HealthSettings.METRICS_GROUPS_DEFAULT);
    return new WatchedRunner(StreamSettings.of(connection, Path.of("unused")), health, "7.7");
  }
}
