package io.peerwatch.schemas.serde;

import static io.peerwatch.schemas.avro.RejectReason.MALFORMED;
import static io.peerwatch.schemas.avro.RejectReason.NOT_WIRE_FORMAT;
import static io.peerwatch.schemas.avro.RejectReason.UNKNOWN_SCHEMA;
import static io.peerwatch.schemas.avro.RejectReason.WRONG_TYPE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RandomRecords;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.Silence;
import io.peerwatch.schemas.json.JsonLines;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerdeTest {
  private static final String TOPIC = "peerwatch.host-samples";
  private static final long SEED = 20_261_122;

  private final SchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final AvroSerde<HostSample> serde = new AvroSerde<>(registry, HostSample.class, true);

  static List<TopicSpec<?>> topics() {
    return Topics.all();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldReadBackWhatItWrote(TopicSpec<?> topic) {
    roundTrips(topic);
  }

  private <V extends SpecificRecord> void roundTrips(TopicSpec<V> topic) {
    var random = new RandomRecords(SEED);
    var name = topic.in("peerwatch.");
    try (var each = new AvroSerde<>(registry, topic.valueType(), true)) {
      for (int i = 0; i < 300; i++) {
        V value = random.of(topic.valueType());
        byte[] bytes = each.serializer().serialize(name, value);
        V back = each.deserializer().deserialize(name, bytes);
        // as text, because NaN is not equal to itself
        assertThat(JsonLines.of(back))
            .as("record %d of seed %d", i, SEED)
            .isEqualTo(JsonLines.of(value));
      }
    }
  }

  @Test
  void shouldWriteAZeroByteTheIdAndPlainAvro() throws Exception {
    byte[] bytes = serde.serializer().serialize(TOPIC, sample());

    int id = registry.getId(TOPIC + "-value", new AvroSchema(Topics.HOST_SAMPLES.schema()));
    assertThat(ByteBuffer.wrap(bytes).get()).isZero();
    assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(id);
    var decoder = DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null);
    var reader = new GenericDatumReader<GenericRecord>(Topics.HOST_SAMPLES.schema());
    assertThat(reader.read(null, decoder).get("host")).hasToString("web-07");
    assertThat(decoder.isEnd()).isTrue();
  }

  @Test
  void shouldLeaveNullAsNull() {
    assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
    assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
  }

  @Test
  void shouldRegisterWhatEveryLanguageReads() throws Exception {
    serde.serializer().serialize(TOPIC, sample());

    assertThat(registry.getLatestSchemaMetadata(TOPIC + "-value").getSchema())
        .doesNotContain("avro.java");
  }

  @Test
  void shouldNameTheCommandWhenTheSchemaIsNotRegistered() {
    try (var strict = new AvroSerializer<HostSample>(registry, false)) {
      assertThatThrownBy(() -> strict.serialize(TOPIC, sample()))
          .isInstanceOf(UnregisteredSchemaException.class)
          .hasMessage(
              "the registry has no schema of HostSample under peerwatch.host-samples-value:"
                  + " run 'peerwatch topics apply'");
    }
  }

  @Test
  void shouldRejectWhatHasNoHeader() {
    assertThat(reasonOf(new byte[0])).isEqualTo(NOT_WIRE_FORMAT);
    assertThat(reasonOf(new byte[] {0, 0, 0, 1})).isEqualTo(NOT_WIRE_FORMAT);
    assertThat(reasonOf("{\"host\":\"web-07\"}".getBytes(UTF_8))).isEqualTo(NOT_WIRE_FORMAT);
  }

  @Test
  void shouldRejectAnIdThatTheRegistryDoesNotKnow() {
    byte[] bytes = serde.serializer().serialize(TOPIC, sample());
    ByteBuffer.wrap(bytes).putInt(1, 4711);

    assertThat(reasonOf(bytes)).isEqualTo(UNKNOWN_SCHEMA);
  }

  @Test
  void shouldRejectAnotherType() {
    try (var other = new AvroSerializer<Silence>(registry, true)) {
      var silence = new RandomRecords(SEED).of(Silence.class);

      assertThat(reasonOf(other.serialize("other", silence))).isEqualTo(WRONG_TYPE);
    }
  }

  @Test
  void shouldRejectAVersionThatCannotBeRead() throws Exception {
    var incompatible =
        "{'type':'record','name':'HostSample','namespace':'io.peerwatch.schemas.avro',"
            + "'fields':[{'name':'host','type':'long'}]}";
    int id = registry.register("elsewhere", new AvroSchema(incompatible.replace('\'', '"')));

    assertThat(reasonOf(ByteBuffer.allocate(6).put((byte) 0).putInt(id).array()))
        .isEqualTo(WRONG_TYPE);
  }

  @Test
  void shouldReadAVersionWithFieldsMoreAndLess() throws Exception {
    var newer =
        "{'type':'record','name':'HostSample','namespace':'io.peerwatch.schemas.avro','fields':["
            + "{'name':'rack','type':'string','default':''},"
            + "{'name':'host','type':'string','default':''}]}";
    int id = registry.register("elsewhere", new AvroSchema(newer.replace('\'', '"')));
    byte[] bytes =
        ByteBuffer.allocate(9).put((byte) 0).putInt(id).put(new byte[] {2, 'r', 2, 'h'}).array();

    var read = serde.deserializer().deserialize(TOPIC, bytes);

    assertThat(read).isEqualTo(new HostSample("h", "", Instant.EPOCH, Map.of(), Map.of()));
  }

  @Test
  void shouldRejectBytesThatAreNotExactlyOneValue() {
    byte[] bytes = serde.serializer().serialize(TOPIC, sample());

    assertThat(reasonOf(Arrays.copyOf(bytes, bytes.length - 1))).isEqualTo(MALFORMED);
    assertThat(reasonOf(Arrays.copyOf(bytes, bytes.length + 1))).isEqualTo(MALFORMED);
  }

  private RejectReason reasonOf(byte[] bytes) {
    return catchThrowableOfType(
            UndecodableException.class, () -> serde.deserializer().deserialize(TOPIC, bytes))
        .reason();
  }

  private static HostSample sample() {
    var metrics = Map.of("system.cpu.utilization", 0.97);
    return new HostSample("web-07", "web", Instant.ofEpochMilli(1), metrics, Map.of());
  }
}
