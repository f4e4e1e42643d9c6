package io.peerwatch.proof.bench.pipeline.contestant;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.registry.Registries;
import java.util.concurrent.atomic.LongAdder;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/** The least that a Streams application can do with samples: decode them and count them. */
final class PassThroughRun implements ContestantRun {
  private static final String SOURCE = "samples";

  private final LongAdder counted = new LongAdder();
  private final StreamsRun run;

  PassThroughRun(RunOrder order, String guarantee) {
    SchemaRegistryClient registry = Registries.connect(order.connection());
    run =
        new StreamsRun(
            new KafkaStreams(topology(order, registry), RunProperties.streams(order, guarantee)),
            registry);
  }

  private Topology topology(RunOrder order, SchemaRegistryClient registry) {
    Topology topology = new Topology();
    // Each thread has a task at a time, but tasks share the deserializer that they are given.
    var values = ThreadLocal.withInitial(() -> new GenericValues(registry));
    topology.addSource(
        SOURCE,
        new ByteArrayDeserializer(),
        (String topic, byte[] bytes) -> values.get().deserialize(topic, bytes),
        order.samplesTopic());
    topology.<byte[], GenericRecord, Void, Void>addProcessor("count", Counting::new, SOURCE);
    return topology;
  }

  private final class Counting implements Processor<byte[], GenericRecord, Void, Void> {
    @Override
    public void process(Record<byte[], GenericRecord> record) {
      if (record.value() != null) {
        counted.increment();
      }
    }
  }

  @Override
  public long samples() {
    return counted.sum();
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
