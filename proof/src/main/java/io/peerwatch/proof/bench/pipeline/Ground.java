package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.fleet.FleetSamples;
import io.peerwatch.proof.bench.pipeline.measure.BenchBroker;
import io.peerwatch.proof.bench.pipeline.measure.Leftovers;
import io.peerwatch.proof.bench.pipeline.measure.Offsets;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;

/**
 * Topics of one prefix, with samples on them.
 *
 * @param ends of the samples, by partition; what lies behind them is ticks
 * @param sampleBytes of the samples on the broker's disk
 */
record Ground(
    ConnectionSettings connection,
    FleetSamples samples,
    Map<TopicPartition, Long> ends,
    long sampleBytes) {

  static Ground lay(
      BenchBroker broker,
      String prefix,
      int partitions,
      FleetSamples samples,
      String what,
      Progress progress) {
    ConnectionSettings connection = broker.connection(prefix);
    make(connection, partitions);
    return publish(broker, connection, samples, what, progress);
  }

  /** On topics that are there. */
  static Ground publish(
      BenchBroker broker,
      ConnectionSettings connection,
      FleetSamples samples,
      String what,
      Progress progress) {
    samples.publish(connection, what, progress);
    String topic = connection.topic(Topics.HOST_SAMPLES);
    return new Ground(
        connection,
        samples,
        new Offsets(broker.admin()).ends(topic),
        Leftovers.bytes(broker.admin(), List.of(topic)));
  }

  static void make(ConnectionSettings connection, int partitions) {
    new TopicsApply(
            connection, TopicLayout.LOCAL.withPartitions(partitions).withRetentionUnlimited())
        .run();
  }

  /** Makes the topic on which the textbook names hosts. */
  void addOutliers(BenchBroker broker) {
    String topic = connection.prefix() + "outliers";
    broker.create(new NewTopic(topic, ends.size(), (short) 1));
  }

  /** Removes the topics: others need the disk. */
  void remove(BenchBroker broker) {
    broker.removeTopics(connection.prefix());
  }

  long count() {
    return samples.count();
  }
}
