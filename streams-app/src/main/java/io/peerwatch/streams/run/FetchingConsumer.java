package io.peerwatch.streams.run;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A stream thread's consumer, which notes what it fetched and how much it knows to be left. */
final class FetchingConsumer extends KafkaConsumer<byte[], byte[]> {
  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final SamplesBehind behind;
  private long lookedAt;

  FetchingConsumer(Map<String, Object> config, SamplesBehind behind) {
    super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.behind = behind;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
    for (TopicPartition partition : records.partitions()) {
      if (behind.concerns(partition)) {
        var fetched = records.records(partition);
        ConsumerRecord<byte[], byte[]> last = fetched.get(fetched.size() - 1);
        behind.fetched(partition.partition(), last.offset());
      }
    }
    long now = System.nanoTime();
    if (now - lookedAt >= LOOK_EVERY_NANOS) {
      lookedAt = now;
      look();
    }
    return records;
  }

  private void look() {
    for (TopicPartition partition : assignment()) {
      if (behind.concerns(partition)) {
        currentLag(partition).ifPresent(lag -> behind.left(partition.partition(), lag));
      }
    }
  }
}
