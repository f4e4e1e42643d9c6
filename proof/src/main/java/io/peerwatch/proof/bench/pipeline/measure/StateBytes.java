package io.peerwatch.proof.bench.pipeline.measure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Bytes of state as a restart would find it: keys and values of the last entry of each key in the
 * changelogs, before compression.
 */
public final class StateBytes {
  private static final Duration POLL = Duration.ofMillis(200);

  private StateBytes() {}

  /**
   * By store.
   *
   * @param changelogs topics by the stores' names
   */
  public static Map<String, Long> of(
      Map<String, Object> connection, Map<String, String> changelogs) {
    Map<String, Object> properties = new HashMap<>(connection);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    Map<String, Long> bytes = new HashMap<>();
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      changelogs.forEach((store, topic) -> bytes.put(store, ofOne(consumer, topic)));
    }
    return bytes;
  }

  /** Of all stores together. */
  public static long sum(Map<String, Long> byStore) {
    return byStore.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long ofOne(KafkaConsumer<byte[], byte[]> consumer, String changelog) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(changelog).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<Bytes, Integer> last = new HashMap<>();
    while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        Bytes key = partitioned(record);
        if (record.value() == null) {
          last.remove(key);
        } else {
          last.put(key, record.key().length + record.value().length);
        }
      }
    }
    return last.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** The same key may be on each partition. */
  private static Bytes partitioned(ConsumerRecord<byte[], byte[]> record) {
    byte[] key = new byte[record.key().length + 1];
    key[0] = (byte) record.partition();
    System.arraycopy(record.key(), 0, key, 1, record.key().length);
    return Bytes.wrap(key);
  }
}
