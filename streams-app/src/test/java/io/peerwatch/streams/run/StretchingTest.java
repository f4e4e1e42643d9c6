package io.peerwatch.streams.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.source.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class StretchingTest {
  private static final TopicPartition SAMPLES = new TopicPartition("samples", 0);
  private static final TopicPartition SIDE = new TopicPartition("feedback", 0);
  private static final byte[] VALUE = {1};

  private final Stretching stretching =
      new Stretching(partition -> partition.topic().equals("samples"));
  private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> polled =
      new LinkedHashMap<>();

  @Test
  void shouldMakeOneStretchOfSamples() {
    samples(1, 2, 3);
    assertThat(stretches()).containsExactly(3);
  }

  @Test
  void shouldNotMakeThemLongerThanWhatMayWaitBehindThem() {
    samples(new long[Stretching.RECORDS_MAX + 2]);
    assertThat(stretches()).containsExactly(Stretching.RECORDS_MAX, 2);
  }

  @Test
  void shouldLeaveTicksAlone() {
    samples(1, 2);
    byte[] tick = Topics.TICK_KEY.getBytes(StandardCharsets.UTF_8);
    add(SAMPLES, 3, tick, null);
    samples(4, 5);
    assertThat(stretches()).containsExactly(2, 1, 2);
  }

  @Test
  void shouldLetWhatIsSaidBesideThemComeInItsTurn() {
    said(25);
    samples(10, 20, 30, 40);
    assertThat(stretches()).containsExactly(2, 2);
  }

  @Test
  void shouldRememberWhatWasSaidUntilItsTurnHasCome() {
    said(25);
    stretches();
    samples(10, 20, 30, 40);
    assertThat(stretches()).containsExactly(2, 2);
    samples(26, 50);
    assertThat(stretches()).containsExactly(2);
  }

  @Test
  void shouldSayWhereThePollEnded() {
    samples(1, 2, 3);
    Map<TopicPartition, OffsetAndMetadata> next = Map.of(SAMPLES, new OffsetAndMetadata(9));
    assertThat(stretching.of(new ConsumerRecords<>(polled, next)).nextOffsets()).isEqualTo(next);
  }

  /** Kafka Streams takes the partition whose next record is the earliest. */
  @RepeatedTest(200)
  void shouldKeepTheOrderInWhichKafkaStreamsTakesRecords() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = random.nextInt(6); i > 0; i--) {
      said(2 * random.nextInt(200) + 1); // odd: samples have even times, for ties go either way
    }
    for (int i = random.nextInt(300); i > 0; i--) {
      samples(2 * (random.nextInt(20) + Math.max(0, 100 - i / 2)));
    }
    List<ConsumerRecord<byte[], byte[]>> oneByOne = taken(polled);
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> stretched = new LinkedHashMap<>();
    ConsumerRecords<byte[], byte[]> all = stretching.of(new ConsumerRecords<>(polled, Map.of()));
    all.partitions().forEach(partition -> stretched.put(partition, all.records(partition)));
    assertThat(taken(stretched)).as("seed %d", seed).containsExactlyElementsOf(oneByOne);
  }

  private static List<ConsumerRecord<byte[], byte[]>> taken(
      Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> queues) {
    List<ConsumerRecord<byte[], byte[]>> samples = queues.getOrDefault(SAMPLES, List.of());
    List<ConsumerRecord<byte[], byte[]>> said = queues.getOrDefault(SIDE, List.of());
    List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>();
    int sample = 0;
    int side = 0;
    while (sample < samples.size() || side < said.size()) {
      boolean samplesTurn =
          side == said.size()
              || sample < samples.size()
                  && samples.get(sample).timestamp() < said.get(side).timestamp();
      if (samplesTurn) {
        taken.addAll(recordsOf(samples.get(sample++)));
      } else {
        taken.add(said.get(side++));
      }
    }
    return taken;
  }

  private static List<ConsumerRecord<byte[], byte[]>> recordsOf(
      ConsumerRecord<byte[], byte[]> record) {
    Object value =
        Stretch.deserializer().deserialize(record.topic(), record.headers(), record.value());
    return value instanceof Stretch stretch ? stretch.records() : List.of(record);
  }

  /** How many records each stretch has; forgets what was polled. */
  private List<Integer> stretches() {
    List<Integer> sizes =
        stretching.of(new ConsumerRecords<>(polled, Map.of())).records(SAMPLES).stream()
            .map(record -> recordsOf(record).size())
            .toList();
    polled.clear();
    return sizes;
  }

  private void samples(long... times) {
    for (long time : times) {
      add(SAMPLES, time, VALUE, VALUE);
    }
  }

  private void said(long time) {
    add(SIDE, time, VALUE, VALUE);
  }

  private void add(TopicPartition to, long time, byte[] key, byte[] value) {
    List<ConsumerRecord<byte[], byte[]>> records =
        polled.computeIfAbsent(to, any -> new ArrayList<>());
    records.add(
        new ConsumerRecord<>(
            to.topic(),
            to.partition(),
            records.size(),
            time,
            TimestampType.CREATE_TIME,
            1,
            1,
            key,
            value,
            new RecordHeaders(),
            Optional.empty()));
  }
}
