package io.peerwatch.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.topics.GroupPartitions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class SampleRecordsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final SampleRecords records =
      new SampleRecords(
          "peerwatch.host-samples",
          (topic, sample) ->
              Long.toString(sample.getTimestamp().toEpochMilli()).getBytes(StandardCharsets.UTF_8),
          InstantSource.fixed(NOW));

  @Test
  void shouldKeyByGroupAndStampWithTheEventTime() {
    ProducerRecord<byte[], byte[]> record = records.of(sample(NOW.minusSeconds(5)));
    assertThat(record.topic()).isEqualTo("peerwatch.host-samples");
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("web");
    assertThat(record.timestamp()).isEqualTo(NOW.minusSeconds(5).toEpochMilli());
  }

  @Test
  void shouldNotStampAheadOfNowButLeaveTheEventTimeInTheValue() {
    ProducerRecord<byte[], byte[]> record = records.of(sample(NOW.plusSeconds(7_200)));
    assertThat(record.timestamp()).isEqualTo(NOW.toEpochMilli());
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .isEqualTo(Long.toString(NOW.plusSeconds(7_200).toEpochMilli()));
  }

  @Test
  void shouldNotStampBeforeTheEpoch() {
    assertThat(records.of(sample(Instant.ofEpochMilli(-5))).timestamp()).isZero();
  }

  @Test
  void shouldLeaveThePartitionToTheClientWhichPicksItAsTheIntakeExpects() {
    ProducerRecord<byte[], byte[]> record = records.of(sample(NOW));
    assertThat(record.partition()).isNull();
    assertThat(BuiltInPartitioner.partitionForKey(record.key(), 24))
        .isEqualTo(GroupPartitions.of("web", 24));
  }

  private static HostSample sample(Instant time) {
    return new HostSample("web-01", "web", time, Map.of(), Map.of());
  }
}
