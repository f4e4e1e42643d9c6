package io.peerwatch.streams.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On Kafka's own consumer, without a broker: which partitions are held back at a poll. */
class SidesFirstTest {
  private static final TopicPartition SAMPLES = new TopicPartition("samples", 0);
  private static final TopicPartition NEIGHBOUR = new TopicPartition("samples", 1);
  private static final TopicPartition SIDE = new TopicPartition("feedback", 0);
  private static final TopicPartition OTHER_SIDE = new TopicPartition("feedback", 1);

  private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");
  private final SidesFirst sides =
      new SidesFirst(consumer, partition -> partition.topic().equals("samples"));

  @BeforeEach
  void assign() {
    consumer.assign(List.of(SAMPLES, NEIGHBOUR, SIDE, OTHER_SIDE));
    for (TopicPartition partition : consumer.assignment()) {
      consumer.updateBeginningOffsets(Map.of(partition, 0L));
      consumer.updateEndOffsets(Map.of(partition, 0L));
      consumer.seek(partition, 0);
    }
  }

  @Test
  void shouldHoldSamplesUntilWhatIsSaidOfThemIsFetched() {
    said(2);
    sides.look();
    assertThat(consumer.paused()).containsExactly(SAMPLES);
    consumer.poll(Duration.ZERO);
    sides.look();
    assertThat(consumer.paused()).isEmpty();
  }

  @Test
  void shouldHoldThemAgainWhenTheyWereLetGoMeanwhile() {
    said(1);
    sides.look();
    consumer.resume(List.of(SAMPLES));
    sides.look();
    assertThat(consumer.paused()).containsExactly(SAMPLES);
  }

  @Test
  void shouldLeaveWhatKafkaStreamsHoldsForItsOwnReasons() {
    consumer.pause(List.of(SAMPLES));
    said(1);
    sides.look();
    consumer.poll(Duration.ZERO);
    sides.look();
    assertThat(consumer.paused()).containsExactly(SAMPLES);
  }

  @Test
  void shouldNotLetGoWhatKafkaStreamsHoldsSinceThen() {
    said(1);
    sides.look();
    consumer.pause(List.of(SAMPLES));
    sides.notOurs(SAMPLES);
    consumer.poll(Duration.ZERO);
    sides.look();
    assertThat(consumer.paused()).containsExactly(SAMPLES);
  }

  private void said(int records) {
    for (int offset = 0; offset < records; offset++) {
      consumer.addRecord(new ConsumerRecord<>(SIDE.topic(), SIDE.partition(), offset, "k", "v"));
    }
    consumer.updateEndOffsets(Map.of(SIDE, (long) records));
  }
}
