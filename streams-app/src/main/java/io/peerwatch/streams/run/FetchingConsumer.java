package io.peerwatch.streams.run;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A stream thread's consumer, which notes what it fetched and how much it knows to be left, fetches
 * samples behind what is said of their groups, and hands them on in stretches.
 *
 * <p>Kafka Streams has the consumer of a thread that dies stay in the group, while the thread that
 * replaces it joins as another member: the partitions of the dead one would wait for the end of its
 * session. Nobody comes back for them, so it leaves.
 */
final class FetchingConsumer extends KafkaConsumer<byte[], byte[]> {
  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final SamplesBehind behind;
  private final SidesFirst sides;
  private final Stretching stretching;
  private final BooleanSupplier replaced;
  private long lookedAt;

  /**
   * @param replaced whether the stream thread that asks has died and is replaced
   */
  FetchingConsumer(Map<String, Object> config, SamplesBehind behind, BooleanSupplier replaced) {
    super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.behind = behind;
    this.sides = new SidesFirst(this, behind::concerns);
    this.stretching = new Stretching(behind::concerns);
    this.replaced = replaced;
  }

  @Override
  public void close(CloseOptions options) {
    super.close(
        replaced.getAsBoolean()
            ? options.withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
            : options);
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    sides.look();
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
    return stretching.of(records);
  }

  /** Called by Kafka Streams and by {@link SidesFirst}, which takes note after this. */
  @Override
  public void pause(Collection<TopicPartition> partitions) {
    partitions.forEach(sides::notOurs);
    super.pause(partitions);
  }

  private void look() {
    for (TopicPartition partition : assignment()) {
      if (behind.concerns(partition)) {
        currentLag(partition).ifPresent(lag -> behind.left(partition.partition(), lag));
      }
    }
  }
}
