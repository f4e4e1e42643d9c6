package io.peerwatch.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.MetricEvidence;
import io.peerwatch.schemas.avro.RandomRecords;
import io.peerwatch.schemas.avro.RejectReason;
import io.peerwatch.schemas.avro.RejectedRecord;
import io.peerwatch.schemas.avro.Severity;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonLinesTest {
  private static final long SEED = 7;

  @Test
  void shouldWriteAnAlertFieldByFieldInTheSchemasOrder() {
    var alert =
        HostAlert.newBuilder()
            .setAlertId("a1")
            .setGroup("web")
            .setHost("web-07")
            .setVerdict(Verdict.LONE_HOST)
            .setState(AlertState.OPENED)
            .setSeverity(Severity.UNKNOWN)
            .setOpenedAt(Instant.ofEpochMilli(1_700_000_000_000L))
            .setEvidence(
                List.of(new MetricEvidence("m", "1", 0.1, 1e-7, Double.NaN, 12345678.9, -0.0, 1.0)))
            .setSummary("web-07 is \"hot\"\n")
            .build();

    assertThat(JsonLines.of(alert))
        .isEqualTo(
            "{\"alertId\":\"a1\",\"group\":\"web\",\"host\":\"web-07\",\"hosts\":[],"
                + "\"verdict\":\"LONE_HOST\",\"state\":\"OPENED\",\"resolution\":null,"
                + "\"severity\":\"UNKNOWN\",\"onsetAt\":0,\"openedAt\":1700000000000,"
                + "\"updatedAt\":0,\"resolvedAt\":null,\"windowStart\":0,\"windowEnd\":0,"
                + "\"peerCount\":0,\"peers\":[],\"evidence\":[{\"metric\":\"m\",\"unit\":\"1\","
                + "\"observed\":0.1,\"expected\":1.0E-7,\"peerLow\":null,\"peerHigh\":1.23456789E7,"
                + "\"deviation\":-0.0,\"share\":1.0}],\"summary\":\"web-07 is \\\"hot\\\"\\n\","
                + "\"runbookUrl\":null}");
  }

  @Test
  void shouldWriteTheSameLineWhateverOrderAMapHas() {
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put("b", Double.POSITIVE_INFINITY);
    metrics.put("a", 2e-3);
    var sample = new HostSample("h", "g", Instant.EPOCH, metrics, Map.of());

    assertThat(JsonLines.of(sample))
        .endsWith("\"metrics\":{\"a\":0.002,\"b\":null},\"attributes\":{}}");
  }

  @Test
  void shouldWriteTheShortestNumberThatReadsBackTheSame() {
    var sample = new HostSample("h", "g", Instant.EPOCH, Map.of("a", 2.0E-3 / 1e20), Map.of());

    assertThat(JsonLines.of(sample)).contains("{\"a\":2.0E-23}");
  }

  @Test
  void shouldWriteBytesAsBase64WithoutConsumingThem() {
    var bytes = ByteBuffer.wrap(new byte[] {1, 2, 3});
    var rejected =
        new RejectedRecord(
            "t", 1, 2L, RejectReason.MALFORMED, "", null, bytes, 3, Instant.EPOCH, 0L);

    assertThat(JsonLines.of(rejected)).contains("\"key\":null,\"bytes\":\"AQID\"");
    assertThat(JsonLines.of(rejected)).contains("\"bytes\":\"AQID\"");
  }

  static List<TopicSpec<?>> topics() {
    return Topics.all();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldWriteOneLineOfValidJsonForAnyRecord(TopicSpec<?> topic) throws Exception {
    var random = new RandomRecords(SEED);
    for (int i = 0; i < 200; i++) {
      var line = JsonLines.of(random.of(topic.valueType()));
      var fields = new ObjectMapper().readTree(line).properties();
      assertThat(line).as("record %d of seed %d", i, SEED).doesNotContain("\n");
      assertThat(fields).hasSameSizeAs(topic.schema().getFields());
    }
  }
}
