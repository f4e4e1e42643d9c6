package io.peerwatch.schemas.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {
  private static final String BROKER = "broker:9092";
  private static final String REGISTRY = "http://registry:8081";

  @Test
  void shouldPassAnyPropertyThrough() {
    var settings =
        new ConnectionSettings(
            BROKER,
            REGISTRY,
            "peerwatch.",
            Map.of("security.protocol", "SASL_SSL", "linger.ms", "5"),
            Map.of("schema.registry.ssl.truststore.location", "/certs/ca.p12"));

    assertThat(settings.kafkaClient())
        .containsOnly(
            Map.entry("bootstrap.servers", BROKER),
            Map.entry("security.protocol", "SASL_SSL"),
            Map.entry("linger.ms", "5"));
    assertThat(settings.registryClient())
        .containsEntry("schema.registry.url", REGISTRY)
        .containsEntry("schema.registry.ssl.truststore.location", "/certs/ca.p12");
  }

  @Test
  void shouldNotWaitForARegistryForEver() {
    assertThat(ConnectionSettings.of(BROKER, REGISTRY).registryClient())
        .containsEntry("http.connect.timeout.ms", 5_000)
        .containsEntry("http.read.timeout.ms", 10_000);
  }

  @Test
  void shouldLetTimeoutsBeChosen() {
    var settings =
        new ConnectionSettings(
            BROKER, REGISTRY, "", Map.of(), Map.of("http.read.timeout.ms", " 300 "));

    assertThat(settings.registryClient()).containsEntry("http.read.timeout.ms", 300);
  }

  @Test
  void shouldNeverPrintASecret() {
    var settings =
        new ConnectionSettings(
            BROKER,
            "https://me:hunter2@registry:8081,https://me:hunter2@other:8081",
            "peerwatch.",
            Map.of(
                "sasl.jaas.config", "x required password=hunter2;", "ssl.key.password", "hunter2"),
            Map.of("schema.registry.ssl.keystore.password", "hunter2"));

    assertThat(settings.toString())
        .doesNotContain("hunter2")
        .contains("https://registry:8081,https://other:8081")
        .contains("sasl.jaas.config");
    assertThat(settings.registryClient())
        .containsEntry("schema.registry.url", "https://registry:8081,https://other:8081")
        .containsEntry("basic.auth.credentials.source", "USER_INFO")
        .containsEntry("basic.auth.user.info", "me:hunter2");
  }

  @Test
  void shouldHandKafkasLoginToARegistryThatInheritsIt() {
    var settings =
        new ConnectionSettings(
            BROKER,
            REGISTRY,
            "",
            Map.of("sasl.jaas.config", "a login"),
            Map.of("basic.auth.credentials.source", "SASL_INHERIT"));

    assertThat(settings.registryClient()).containsEntry("sasl.jaas.config", "a login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " , ", "broker", "broker:", "broker:http", "broker:0", "broker:70000"})
  void shouldRefuseABrokerThatIsNotHostAndPort(String bootstrapServers) {
    assertThatThrownBy(() -> ConnectionSettings.of(bootstrapServers, REGISTRY))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("--bootstrap-servers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "registry:8081", "ftp://registry", "http://", "http://a b:1"})
  void shouldRefuseARegistryThatIsNoUrl(String registryUrl) {
    assertThatThrownBy(() -> ConnectionSettings.of(BROKER, registryUrl))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("--registry");
  }

  @Test
  void shouldNotPrintThePasswordOfAUrlThatItCannotRead() {
    assertThatThrownBy(() -> ConnectionSettings.of(BROKER, "http://me:hunter2@a b:8081"))
        .isInstanceOf(SettingsException.class)
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource({"[::1]:9092", "'a:1, b:2,'", "10.0.0.1:9092"})
  void shouldTakeAnyUsualAddress(String bootstrapServers) {
    assertThat(ConnectionSettings.of(bootstrapServers, REGISTRY).kafkaClient())
        .containsEntry("bootstrap.servers", bootstrapServers);
  }

  @Test
  void shouldRefuseAPrefixThatNoTopicMayHave() {
    assertThatThrownBy(() -> ConnectionSettings.of(BROKER, REGISTRY, "peer watch/"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("--prefix");
  }

  @Test
  void shouldSayThatOAuthIsNotSupported() {
    var oauth = Map.of("bearer.auth.credentials.source", "OAUTHBEARER");

    assertThatThrownBy(() -> new ConnectionSettings(BROKER, REGISTRY, "", Map.of(), oauth))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("OAuth is not supported");
  }
}
