package io.peerwatch.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.security.basicauth.BasicAuthCredentialProvider;
import io.confluent.kafka.schemaregistry.client.security.bearerauth.BearerAuthCredentialProvider;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.settings.SettingsException;
import io.peerwatch.schemas.topics.RegisteredForm;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistriesTest {

  @ParameterizedTest
  @CsvSource({
    "basic.auth.credentials.source, USER_INFO, basic.auth.user.info, me:secret, Basic bWU6c2VjcmV0",
    "bearer.auth.credentials.source, STATIC_TOKEN, bearer.auth.token, t0ken, Bearer t0ken",
  })
  void shouldSendCredentials(String source, String kind, String name, String secret, String header)
      throws Exception {
    try (var registry = StubRegistry.answering(200, "[]");
        var client =
            Registries.connect(
                Map.of("schema.registry.url", registry.url(), source, kind, name, secret))) {
      client.getAllSubjects();

      assertThat(registry.requests()).containsExactly("GET /subjects " + header);
    }
  }

  @Test
  void shouldKnowEveryLoginThatTheSettingsAllow() {
    assertThat(ServiceLoader.load(BearerAuthCredentialProvider.class))
        .extracting(BearerAuthCredentialProvider::alias)
        .containsExactlyInAnyOrder("STATIC_TOKEN", "CUSTOM");
    assertThat(ServiceLoader.load(BasicAuthCredentialProvider.class))
        .extracting(BasicAuthCredentialProvider::alias)
        .containsExactlyInAnyOrder("URL", "USER_INFO", "SASL_INHERIT");
  }

  @Test
  void shouldSayWhichTrustStoreCannotBeRead() {
    var properties =
        Map.of(
            "schema.registry.url", "https://127.0.0.1:1",
            "schema.registry.ssl.truststore.location", "/no/such/store.jks",
            "schema.registry.ssl.truststore.password", "hunter2");

    assertThatThrownBy(() -> Registries.connect(properties))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("/no/such/store.jks")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void shouldAskForTheUrl() {
    assertThatThrownBy(() -> Registries.connect(Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("schema.registry.url");
  }

  @Test
  void shouldKeepDocsAndDefaultsInTheRegisteredForm() {
    var schema = HostSample.getClassSchema();

    var registered = RegisteredForm.of(schema);

    assertThat(registered.getDoc()).isEqualTo(schema.getDoc());
    assertThat(registered.getField("host").schema().toString()).isEqualTo("\"string\"");
    assertThat(registered.getField("metrics").defaultVal()).isEqualTo(Map.of());
    assertThat(schema.toString()).contains("avro.java.string");
    assertThat(registered.toString()).doesNotContain("avro.java.string");
  }
}
