package io.peerwatch.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.FeedbackKind;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.RandomRecords;
import io.peerwatch.schemas.avro.Silence;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordsTest {
  @ParameterizedTest
  @ValueSource(classes = {Silence.class, Feedback.class, HostInfo.class})
  void shouldReadWhatWasWritten(Class<? extends SpecificRecord> type) throws Exception {
    long seed = System.nanoTime();
    var random = new RandomRecords(seed);
    for (int i = 0; i < 200; i++) {
      var line = JsonLines.of(random.of(type));
      if (!line.contains("\"cores\":null")) { // a number that was not finite was written so
        assertThat(JsonLines.of(JsonRecords.parse(line, type))).as("seed " + seed).isEqualTo(line);
      }
    }
  }

  @Test
  void shouldFillInDefaultsAndTakeTimesAsText() throws Exception {
    assertThat(
            JsonRecords.parse(
                "{\"alertId\":\"a1\",\"kind\":\"FALSE_ALARM\",\"at\":\"2026-11-22T13:00:00+01:00\"}",
                Feedback.class))
        .isEqualTo(
            Feedback.newBuilder()
                .setAlertId("a1")
                .setKind(FeedbackKind.FALSE_ALARM)
                .setAt(Instant.parse("2026-11-22T12:00:00Z"))
                .build());
    assertThat(JsonRecords.parse("{\"labels\":{\"dc\":\"eu\"},\"cores\":2}", HostInfo.class))
        .isEqualTo(HostInfo.newBuilder().setCores(2.0).setLabels(Map.of("dc", "eu")).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                      | not a JSON object
          {"host":"a"} x           | not JSON
          {"host":"a","host":"b"}  | not JSON: Duplicate field 'host'
          {"host":7}               | host must be text, not 7
          {"hosts":"a"}            | unknown field hosts: a HostInfo has group, host, tier
          {"tier":"CASTLE"}        | tier must be one of UNKNOWN, APPLICATION
          {"cores":"8"}            | cores must be a number, not "8"
          {"memoryBytes":1.5}      | memoryBytes must be a whole number, not 1.5
          {"labels":{"a":null}}    | labels.a must be text, not null
          {"labels":[]}            | labels must be an object, not []
          {"host":null}            | host must be text, not null
          """)
  void shouldSayWhatIsWrong(String line, String problem) {
    assertThatThrownBy(() -> JsonRecords.parse(line, HostInfo.class))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith(problem);
  }
}
