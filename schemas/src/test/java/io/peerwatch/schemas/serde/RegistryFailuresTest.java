package io.peerwatch.schemas.serde;

import static io.peerwatch.schemas.avro.RejectReason.UNKNOWN_SCHEMA;
import static io.peerwatch.schemas.avro.RejectReason.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RandomRecords;
import io.peerwatch.schemas.registry.StubRegistry;
import io.peerwatch.schemas.settings.SettingsException;
import io.peerwatch.schemas.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose fault is it? Told by the genuine client from what the network does. */
@Timeout(30)
class RegistryFailuresTest {
  private static final String TOPIC = "peerwatch.host-samples";
  private static final byte[] RECORD = {0, 0, 0, 0, 7, 0, 0, 0, 0, 0};
  private static final long SEED = 5;

  private final HostSample sample = new RandomRecords(SEED).of(HostSample.class);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {'error_code':50001,'message':'store'} | fails (HTTP 500)",
        "503 | | fails (HTTP 503)",
        "401 | {'error_code':401,'message':'no'} | refuses the login (HTTP 401)",
        "403 | {'error_code':403,'message':'no'} | refuses the login (HTTP 403)",
        "404 | <html>not here</html> | does not answer as a registry does (HTTP 404)",
        "404 | {'error_code':404,'message':'HTTP 404 Not Found'} | does not answer as a registry",
        "200 | <html>a proxy's login page</html> | does not answer as a registry does",
      })
  void shouldNotBlameTheRecordForTheRegistry(int status, String body, String says)
      throws IOException {
    try (var registry = StubRegistry.answering(status, json(body));
        var serde = serde(registry.url(), Map.of())) {
      assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, RECORD))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining(says)
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void shouldNotBlameTheRecordForARegistryThatHangs() throws IOException {
    try (var registry = StubRegistry.hanging();
        var serde = serde(registry.url(), Map.of("http.read.timeout.ms", "200"))) {
      assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, RECORD))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("no answer in time");
      assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, sample))
          .isInstanceOf(RegistryUnavailableException.class);
    }
  }

  @Test
  void shouldNotBlameTheRecordForARegistryThatIsNotThere() throws IOException {
    String gone;
    try (var registry = StubRegistry.hanging()) {
      gone = registry.url();
    }
    try (var serde = serde(gone, Map.of())) {
      assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, RECORD))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("connection refused");
    }
  }

  @Test
  void shouldRememberForAWhileThatAnIdIsUnknown() throws IOException {
    var body = json("{'error_code':40403,'message':'Schema 7 not found'}");
    try (var registry = StubRegistry.answering(404, body);
        var serde = serde(registry.url(), Map.of())) {
      for (int i = 0; i < 3; i++) {
        var e =
            catchThrowableOfType(
                UndecodableException.class, () -> serde.deserializer().deserialize(TOPIC, RECORD));
        assertThat(e.reason()).isEqualTo(UNKNOWN_SCHEMA);
      }
      assertThat(registry.requests()).hasSize(1);
    }
  }

  @Test
  void shouldBlameARecordOfAnotherFormat() throws IOException {
    var body = json("{'schemaType':'PROTOBUF','schema':'syntax = \\\"proto3\\\";'}");
    try (var registry = StubRegistry.answering(200, body);
        var serde = serde(registry.url(), Map.of())) {
      var e =
          catchThrowableOfType(
              UndecodableException.class, () -> serde.deserializer().deserialize(TOPIC, RECORD));
      assertThat(e.reason()).isEqualTo(WRONG_TYPE);
    }
  }

  @Test
  void shouldAskForEachSchemaOnce() throws IOException {
    var schema = Topics.HOST_SAMPLES.schema().toString().replace("\"", "\\\"");
    try (var registry = StubRegistry.answering(200, "{\"schema\":\"" + schema + "\"}");
        var serde = serde(registry.url(), Map.of())) {
      serde.deserializer().deserialize(TOPIC, RECORD);
      serde.deserializer().deserialize(TOPIC, RECORD);

      assertThat(registry.requests()).hasSize(1);
    }
  }

  @Test
  void shouldSendTheUserThatIsConfigured() throws IOException {
    var login =
        Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "me:secret");
    try (var registry = StubRegistry.answering(200, "{\"id\":7}");
        var serde = serde(registry.url(), login)) {
      assertThat(serde.serializer().serialize(TOPIC, sample)).startsWith(0, 0, 0, 0, 7);
      assertThat(registry.requests()).singleElement().asString().endsWith("Basic bWU6c2VjcmV0");
    }
  }

  @Test
  void shouldReadACataloguedTypeWhereNoneIsNamed() throws IOException {
    var schema = Topics.HOST_SAMPLES.schema().toString().replace("\"", "\\\"");
    try (var registry = StubRegistry.answering(200, "{\"schema\":\"" + schema + "\"}");
        var any = new AvroDeserializer<>()) {
      any.configure(Map.of("schema.registry.url", registry.url()), false);

      assertThat(any.deserialize("t", RECORD)).isInstanceOf(HostSample.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "use.latest.version, true",
    "value.subject.name.strategy, io.confluent.kafka.serializers.subject.RecordNameStrategy",
    "specific.avro.reader, false",
    "use.schema.id, 12",
    "http.read.timeout.ms, soon",
    "bearer.auth.credentials.source, OAUTHBEARER",
    "bearer.auth.credentials.source, SASL_OAUTHBEARER_INHERIT",
    "basic.auth.credentials.source, USER_INF",
    "specific.avro.value.type, java.lang.String",
    "specific.avro.value.type, no.such.Type",
  })
  void shouldRefuseWhatItWouldOtherwiseIgnore(String name, String value) {
    assertThatThrownBy(() -> serde("http://127.0.0.1:1", Map.of(name, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(name)
        .hasMessageNotContaining("\n");
  }

  private static AvroSerde<HostSample> serde(String url, Map<String, String> more) {
    var properties = new HashMap<String, Object>(more);
    properties.put("schema.registry.url", url);
    properties.putIfAbsent("http.connect.timeout.ms", (int) Duration.ofSeconds(5).toMillis());
    var serde = new AvroSerde<HostSample>();
    serde.configure(properties, false);
    return serde;
  }

  private static String json(String body) {
    return body == null ? "" : body.replace('\'', '"');
  }
}
