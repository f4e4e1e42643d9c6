package io.peerwatch.streams.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.streams.FleetScript;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTest {
  private static final Instant AT = FleetScript.START;
  private static final Map<String, Double> CPU = Map.of("system.cpu.utilization", 0.4);

  private final FleetScript fleet = new FleetScript();

  @AfterEach
  void close() {
    fleet.close();
  }

  static Stream<Arguments> malformed() {
    String long201 = "h".repeat(201);
    Map<String, Double> many = new HashMap<>();
    for (int i = 0; i <= SampleRules.METRICS_MAX; i++) {
      many.put("m" + i, 1.0);
    }
    return Stream.of(
        Arguments.of("", "web", AT, CPU, RejectReason.NO_HOST),
        Arguments.of("a", "", AT, CPU, RejectReason.NO_GROUP),
        Arguments.of(long201, "web", AT, CPU, RejectReason.INVALID_NAME),
        Arguments.of("a|b", "web", AT, CPU, RejectReason.INVALID_NAME),
        Arguments.of("a b", "web", AT, CPU, RejectReason.INVALID_NAME),
        Arguments.of("ä", "web", AT, CPU, RejectReason.INVALID_NAME),
        Arguments.of("a", long201, AT, CPU, RejectReason.INVALID_NAME),
        Arguments.of("a", "web", AT, Map.of("", 1.0), RejectReason.INVALID_NAME),
        Arguments.of("a", "web", AT, Map.of(), RejectReason.NO_METRICS),
        Arguments.of("a", "web", AT, many, RejectReason.TOO_MANY_METRICS),
        Arguments.of("a", "web", AT, Map.of("m", Double.NaN), RejectReason.NOT_FINITE),
        Arguments.of(
            "a", "web", AT, Map.of("m", Double.NEGATIVE_INFINITY), RejectReason.NOT_FINITE),
        Arguments.of("a", "web", AT, Map.of("m", 1e301), RejectReason.NOT_FINITE),
        Arguments.of(
            "a",
            "web",
            Instant.parse("1999-12-31T23:59:59.999Z"),
            CPU,
            RejectReason.TIMESTAMP_OUT_OF_RANGE),
        Arguments.of(
            "a",
            "web",
            Instant.parse("2100-01-01T00:00:00Z"),
            CPU,
            RejectReason.TIMESTAMP_OUT_OF_RANGE));
  }

  @ParameterizedTest(name = "{4}: host {0}, group {1}")
  @MethodSource("malformed")
  void shouldRejectAMalformedSampleWithItsReasonAndGoOn(
      String host, String group, Instant at, Map<String, Double> metrics, RejectReason reason) {
    fleet.send(new HostSample(host, group, at, metrics, Map.of()));
    RejectedRecord rejected = onlyReject(reason);
    assertThat(rejected.getTopic()).isEqualTo("test.host-samples");
    assertThat(rejected.getOffset()).isZero();
    assertThat(rejected.getMessage()).isNotBlank();
    assertThatTheRestGoesOn();
  }

  @Test
  void shouldRejectForeignBytesAndKeepTheFirstOfThem() {
    fleet.sendBytes("web", new byte[5_000]);
    fleet.rejected.clear();
    fleet.sendBytes("web", "{\"json\":true}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(onlyReject(RejectReason.NOT_WIRE_FORMAT).getSizeBytes()).isEqualTo(13);
    fleet.rejected.clear();
    byte[] large = new byte[1_000_000];
    large[0] = 7;
    fleet.sendBytes("web", large);
    RejectedRecord rejected = onlyReject(RejectReason.NOT_WIRE_FORMAT);
    assertThat(rejected.getSizeBytes()).isEqualTo(1_000_000);
    assertThat(rejected.getBytes().remaining()).isEqualTo(1_024);
    assertThatTheRestGoesOn();
  }

  @Test
  void shouldRejectAnUnknownSchemaId() {
    fleet.sendBytes("web", ByteBuffer.allocate(9).put((byte) 0).putInt(4_711).array());
    onlyReject(RejectReason.UNKNOWN_SCHEMA);
    assertThatTheRestGoesOn();
  }

  @Test
  void shouldRejectAnotherType() {
    AvroSchema other =
        new AvroSchema(
            "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[{\"name\":\"n\",\"type\":\"int\"}]}");
    int id = fleet.register("orders-value", other);
    fleet.sendBytes("web", ByteBuffer.allocate(6).put((byte) 0).putInt(id).put((byte) 2).array());
    onlyReject(RejectReason.WRONG_TYPE);
    assertThatTheRestGoesOn();
  }

  @Test
  void shouldRejectBytesThatEndTooEarly() {
    byte[] whole = fleet.bytes(new HostSample("a", "web", AT, CPU, Map.of()));
    fleet.sendBytes("web", java.util.Arrays.copyOf(whole, whole.length - 4));
    onlyReject(RejectReason.MALFORMED);
    assertThatTheRestGoesOn();
  }

  @Test
  void shouldRejectAKeyThatIsNotTheGroup() {
    byte[] value = fleet.bytes(new HostSample("a", "web", AT, CPU, Map.of()));
    fleet.sendBytes("db", value).sendBytes(null, value);
    assertThat(fleet.rejected)
        .extracting(RejectedRecord::getReason)
        .containsExactly(RejectReason.KEY_NOT_GROUP, RejectReason.KEY_NOT_GROUP);
    assertThat(fleet.rejected.get(1).getKey()).isNull();
    assertThatTheRestGoesOn();
  }

  @Test
  void shouldRejectANullValueThatIsNoTick() {
    fleet.sendBytes("web", null).sendBytes(null, null);
    assertThat(fleet.rejected)
        .extracting(RejectedRecord::getReason)
        .containsExactly(RejectReason.NO_VALUE, RejectReason.NO_VALUE);
    assertThatTheRestGoesOn();
  }

  private RejectedRecord onlyReject(RejectReason reason) {
    assertThat(fleet.rejected).extracting(RejectedRecord::getReason).containsExactly(reason);
    return fleet.rejected.get(0);
  }

  private void assertThatTheRestGoesOn() {
    int before = fleet.rejected.size();
    for (int at = 0; at < 300; at += 10) {
      for (String host : new String[] {"a", "b", "c"}) {
        fleet.sample("web", host, AT.plusSeconds(at), CPU);
      }
    }
    assertThat(fleet.verdicts).isNotEmpty();
    assertThat(fleet.verdicts.get(0).getHostsReported()).isEqualTo(3);
    assertThat(fleet.rejected).hasSize(before);
  }
}
