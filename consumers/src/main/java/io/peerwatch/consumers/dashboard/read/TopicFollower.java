package io.peerwatch.consumers.dashboard.read;

import io.peerwatch.schemas.serde.RegistryUnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows all partitions of the topics with one consumer, without a group: every dashboard sees
 * everything, and nothing is committed. Topics and partitions that appear later are taken up.
 */
final class TopicFollower {
  /** Alerts that stay open are said again every day, so a day and a bit finds them all. */
  static final Duration LOOK_BACK = Duration.ofHours(26);

  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(8);
  private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final RecordIntake intake;
  private final ReadingHealth health;
  private final InstantSource clock;
  private final Set<TopicPartition> followed = new HashSet<>();

  TopicFollower(
      Consumer<byte[], byte[]> consumer,
      RecordIntake intake,
      ReadingHealth health,
      InstantSource clock) {
    this.consumer = consumer;
    this.intake = intake;
    this.health = health;
    this.clock = clock;
  }

  /**
   * Asks the broker what there is, begins with what is new, and notes how far behind reading is.
   *
   * @throws org.apache.kafka.common.KafkaException when the broker does not answer
   */
  void lookAround() {
    List<String> missing = new ArrayList<>();
    List<TopicPartition> fresh = new ArrayList<>();
    for (String topic : intake.topics()) {
      List<PartitionInfo> partitions = consumer.partitionsFor(topic, ANSWER_TIMEOUT);
      if (partitions == null || partitions.isEmpty()) {
        missing.add(topic);
        continue;
      }
      for (PartitionInfo partition : partitions) {
        fresh.add(new TopicPartition(topic, partition.partition()));
      }
    }
    fresh.removeAll(followed);
    if (!fresh.isEmpty()) {
      follow(fresh);
    }
    health.behind(behind());
    health.connected(missing);
  }

  /** Takes what has come; false when there is nothing to follow or the registry can't be asked. */
  boolean readOnce() {
    if (followed.isEmpty()) {
      return false;
    }
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL_TIMEOUT);
    boolean understood = true;
    for (TopicPartition partition : records.partitions()) {
      understood &= take(partition, records.records(partition));
    }
    return understood;
  }

  private void follow(List<TopicPartition> fresh) {
    followed.addAll(fresh);
    consumer.assign(followed); // first: it warns of every offset asked for that is not assigned
    List<TopicPartition> whole =
        fresh.stream().filter(partition -> intake.readsAll(partition.topic())).toList();
    if (!whole.isEmpty()) { // none would mean all
      consumer.seekToBeginning(whole);
    }
    List<TopicPartition> lately = new ArrayList<>(fresh);
    lately.removeAll(whole);
    StartOffsets.of(consumer, lately, clock.instant(), LOOK_BACK, ANSWER_TIMEOUT)
        .forEach(consumer::seek);
  }

  private boolean take(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    long taken = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        intake.take(partition.topic(), record.key(), record.value());
        taken++;
      } catch (RegistryUnavailableException e) {
        consumer.seek(partition, record.offset());
        health.hindered(e.getMessage());
        health.read(taken);
        return false;
      }
    }
    health.read(taken);
    return true;
  }

  private long behind() {
    long behind = 0;
    for (Map.Entry<TopicPartition, Long> end :
        consumer.endOffsets(followed, ANSWER_TIMEOUT).entrySet()) {
      behind += Math.max(0, end.getValue() - consumer.position(end.getKey(), ANSWER_TIMEOUT));
    }
    return behind;
  }
}
