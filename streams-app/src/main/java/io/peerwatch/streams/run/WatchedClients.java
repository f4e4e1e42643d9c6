package io.peerwatch.streams.run;

import io.peerwatch.streams.count.FleetCounts;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * Kafka's own clients for Kafka Streams; each stream thread's producer says when it has committed,
 * so that only what is committed counts, and its consumer how much is still to be fetched.
 */
public final class WatchedClients implements KafkaClientSupplier {
  private final FleetCounts counts;
  private final SamplesBehind behind;
  private final ThreadReplacement replacement;

  WatchedClients(FleetCounts counts, SamplesBehind behind, ThreadReplacement replacement) {
    this.counts = counts;
    this.behind = behind;
    this.replacement = replacement;
  }

  /** The same for somebody else's topology that takes samples in stretches; watched by nobody. */
  public static KafkaClientSupplier unwatched(String samplesTopic) {
    return new WatchedClients(
        FleetCounts.unwatched(),
        new SamplesBehind(samplesTopic),
        new ThreadReplacement(Instant::now));
  }

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return Admin.create(config);
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return new CommittingProducer(config, counts);
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    return new FetchingConsumer(config, behind, replacement::isOfThisThread);
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return consumer(config);
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
    return consumer(config);
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Commits are of everything that the thread did: exactly_once_v2 has one producer a thread. */
  private static final class CommittingProducer extends KafkaProducer<byte[], byte[]> {
    private final FleetCounts counts;

    CommittingProducer(Map<String, Object> config, FleetCounts counts) {
      super(config, new ByteArraySerializer(), new ByteArraySerializer());
      this.counts = counts;
    }

    @Override
    public void commitTransaction() {
      super.commitTransaction();
      counts.committed();
    }
  }
}
