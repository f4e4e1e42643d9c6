package io.peerwatch.proof.bench.pipeline.measure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hosts that the textbook has named so far: names separated by commas, one record a window. */
public final class OutlierNames {
  private static final Duration POLL = Duration.ofMillis(100);

  private OutlierNames() {}

  public static Set<String> in(Map<String, Object> connection, String topic) {
    Map<String, Object> properties = new HashMap<>(connection);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    Set<String> names = new TreeSet<>();
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
          names.addAll(List.of(record.value().split(",")));
        }
      }
    }
    return names;
  }
}
