package io.peerwatch.proof.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Every offset of the samples' topic up to its committed end, by what lies there.
 *
 * @param samples records that are not ticks, whatever is in them
 * @param ticks records under the reserved key without a value
 */
record SamplesOnTopic(long samples, long ticks) {

  static SamplesOnTopic of(ConnectionSettings connection) {
    Map<String, Object> properties = new HashMap<>(connection.kafkaClient());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    byte[] tickKey = Topics.TICK_KEY.getBytes(UTF_8);
    long samples = 0;
    long ticks = 0;
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(connection.topic(Topics.HOST_SAMPLES)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          boolean tick = record.value() == null && Arrays.equals(tickKey, record.key());
          samples += tick ? 0 : 1;
          ticks += tick ? 1 : 0;
        }
      }
    }
    return new SamplesOnTopic(samples, ticks);
  }
}
