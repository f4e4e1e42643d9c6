package io.peerwatch.proof.bench.pipeline.contestant;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.registry.Registries;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** {@link TextbookTopology}, run. */
final class TextbookRun implements ContestantRun {
  private final LongAdder split = new LongAdder();
  private final LongAdder gathered = new LongAdder();
  private final int metrics;
  private final StreamsRun run;

  TextbookRun(RunOrder order) {
    metrics = order.metrics();
    SchemaRegistryClient registry = Registries.connect(order.connection());
    run =
        new StreamsRun(
            new KafkaStreams(
                new TextbookTopology(order, registry, split, gathered).build(),
                RunProperties.streams(order, StreamsConfig.EXACTLY_ONCE_V2)),
            registry);
  }

  @Override
  public long samples() {
    return split.sum();
  }

  /**
   * Windows close by the latest time that any record of a partition shows: tasks that run ahead
   * make the others' samples late.
   */
  @Override
  public double lateSamples() {
    return split.sum() - (double) gathered.sum() / metrics;
  }

  @Override
  public String failure() {
    return run.failure();
  }

  @Override
  public void close() {
    run.close();
  }
}
