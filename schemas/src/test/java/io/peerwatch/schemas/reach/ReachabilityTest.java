package io.peerwatch.schemas.reach;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.peerwatch.schemas.registry.StubRegistry;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.settings.UnreachableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every way of not being there is one line, in time, and leaves nothing running. */
@Timeout(30)
class ReachabilityTest {
  private static final String NO_REGISTRY = "http://127.0.0.1:1";
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  @Test
  void shouldSayAtOnceThatNoBrokerListens() {
    long start = System.nanoTime();

    assertThatThrownBy(() -> Reachability.requireBroker(broker("127.0.0.1:1"), TIMEOUT))
        .isInstanceOf(UnreachableException.class)
        .hasMessage(
            "no Kafka broker at 127.0.0.1:1 (connection refused): start one, for example with"
                + " 'peerwatch local', or name yours with --bootstrap-servers");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT);
  }

  @Test
  void shouldSayThatAHostIsUnknown() {
    assertThatThrownBy(
            () -> Reachability.requireBroker(broker("no-such-host.invalid:9092"), TIMEOUT))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("no-such-host.invalid:9092")
        .hasMessageNotContaining("\n");
  }

  @Test
  void shouldGiveUpOnAListenerThatIsNoBroker() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      long start = System.nanoTime();
      var settings = broker("127.0.0.1:" + silent.getLocalPort());

      assertThatThrownBy(() -> Reachability.requireBroker(settings, TIMEOUT))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("security.protocol=PLAINTEXT");
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isLessThan(TIMEOUT.plus(Duration.ofSeconds(1)));
    }
    await().untilAsserted(() -> assertThat(clientThreads()).isEmpty());
  }

  @Test
  void shouldSayWhichKafkaSettingCannotBeUsed() throws IOException {
    assertThat(refusal(Map.of("security.protocol", "SSL", "ssl.truststore.location", "/no/file")))
        .contains("/no/file");
    assertThat(refusal(Map.of("security.protocol", "NOPE"))).contains("NOPE");
  }

  @Test
  void shouldNotQuoteALoginThatItCannotRead() throws IOException {
    var login =
        "org.apache.kafka.common.security.plain.PlainLoginModule required password=a hunter2;";

    assertThat(
            refusal(
                Map.of(
                    "security.protocol", "SASL_PLAINTEXT",
                    "sasl.mechanism", "PLAIN",
                    "sasl.jaas.config", login)))
        .contains("sasl.jaas.config")
        .doesNotContain("hunter2");
  }

  private static String refusal(Map<String, String> kafka) throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var server = "127.0.0.1:" + silent.getLocalPort();
      var settings = new ConnectionSettings(server, NO_REGISTRY, "", kafka, Map.of());
      var failure =
          catchThrowableOfType(
              UnreachableException.class, () -> Reachability.requireBroker(settings, TIMEOUT));
      assertThat(failure.getMessage()).doesNotContain("\n").contains("settings for Kafka");
      return failure.getMessage();
    }
  }

  @Test
  void shouldBeContentWithARegistryThatAnswers() throws IOException {
    try (var registry = StubRegistry.answering(200, "[]")) {
      Reachability.requireRegistry(registry(registry.url()), TIMEOUT);

      assertThat(registry.requests()).containsExactly("GET /subjects null");
    }
  }

  @Test
  void shouldSayThatNoRegistryListens() {
    assertThatThrownBy(() -> Reachability.requireRegistry(registry(NO_REGISTRY), TIMEOUT))
        .isInstanceOf(UnreachableException.class)
        .hasMessage(
            "the schema registry at http://127.0.0.1:1 cannot be reached (connection refused): start"
                + " one, for example with 'peerwatch local', or name yours with --registry");
  }

  @Test
  void shouldSayThatTheRegistryRefusesTheLogin() throws IOException {
    try (var registry = StubRegistry.answering(401, "{\"error_code\":401,\"message\":\"no\"}")) {
      var url = registry.url().replace("//", "//me:hunter2@");

      assertThatThrownBy(() -> Reachability.requireRegistry(registry(url), TIMEOUT))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining(registry.url() + " refuses the login (HTTP 401)")
          .hasMessageNotContaining("hunter2");
      assertThat(registry.requests()).containsExactly("GET /subjects Basic bWU6aHVudGVyMg==");
    }
  }

  @Test
  void shouldGiveUpOnARegistryThatHangs() throws IOException {
    try (var registry = StubRegistry.hanging()) {
      long start = System.nanoTime();

      assertThatThrownBy(() -> Reachability.requireRegistry(registry(registry.url()), TIMEOUT))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining(
              "no answer"); // from the call itself, or on a slow machine from the deadline
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.multipliedBy(3));
      assertThat(registry.requests()).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void shouldSayThatAPlainListenerSpeaksNoTls() throws Exception {
    try (var plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var answering = new Thread(() -> answerOnce(plain, "HTTP/1.1 400 Bad Request\r\n\r\n"));
      answering.start();
      var settings = registry("https://127.0.0.1:" + plain.getLocalPort());

      assertThatThrownBy(() -> Reachability.requireRegistry(settings, TIMEOUT))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("no TLS")
          .hasMessageContaining("http:// (--registry)");
      answering.join();
    }
  }

  private static void answerOnce(ServerSocket listener, String answer) {
    try (var connection = listener.accept()) {
      connection.getInputStream().read();
      connection.getOutputStream().write(answer.getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldSayThatAPageIsNoRegistry() throws IOException {
    try (var page = StubRegistry.answering(200, "<html>hello</html>")) {
      assertThatThrownBy(() -> Reachability.requireRegistry(registry(page.url()), TIMEOUT))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("does not answer as a registry does");
    }
  }

  private static Set<String> clientThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.contains("kafka-admin-client"))
        .collect(Collectors.toSet());
  }

  private static ConnectionSettings broker(String bootstrapServers) {
    return ConnectionSettings.of(bootstrapServers, NO_REGISTRY);
  }

  private static ConnectionSettings registry(String url) {
    return ConnectionSettings.of("127.0.0.1:1", url);
  }
}
