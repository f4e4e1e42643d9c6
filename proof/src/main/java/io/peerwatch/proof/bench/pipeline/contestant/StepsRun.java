package io.peerwatch.proof.bench.pipeline.contestant;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.registry.Registries;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.compare.CompareStage;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.intake.IntakeStage;
import io.peerwatch.streams.intake.SampleBelief;
import io.peerwatch.streams.inventory.InventoryStage;
import io.peerwatch.streams.policy.GroupPlanning;
import io.peerwatch.streams.policy.LivePolicies;
import io.peerwatch.streams.run.FleetSettings;
import io.peerwatch.streams.run.WatchedClients;
import io.peerwatch.streams.source.Belief;
import io.peerwatch.streams.source.SourceLog;
import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.window.Rereading;
import io.peerwatch.streams.window.WindowStage;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The first steps of ours, and behind them somebody who only counts what comes: what each further
 * step costs. State is kept as in ours; nothing but changelogs is written.
 */
final class StepsRun implements ContestantRun {
  private static final String REFUSED = "refused";

  private final LongAdder counted = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final FirstRead.Seen seen;
  private final StreamsRun run;

  /** How far it goes. */
  enum Steps {
    READ,
    GATHERED,
    JUDGED
  }

  StepsRun(RunOrder order, Steps steps) {
    seen = FirstRead.of(order.run());
    SchemaRegistryClient registry = Registries.connect(order.connection());
    run =
        new StreamsRun(
            new KafkaStreams(
                topology(order, steps, registry),
                RunProperties.ofOurs(order),
                WatchedClients.unwatched(order.samplesTopic())),
            registry);
  }

  private Topology topology(RunOrder order, Steps steps, SchemaRegistryClient registry) {
    String prefix = order.connection().prefix();
    var usual = RunProperties.settings(order);
    var fleet =
        FleetSettings.of(
            prefix,
            usual.window(),
            usual.falseAlarmsPerWeek(),
            order.partitions(),
            StateStores.CHANGELOGGED);
    FleetCounts counts = FleetCounts.unwatched();
    Topology topology = new Topology();
    IntakeStage.believe(
        topology,
        order.samplesTopic(),
        () -> belief(registry, fleet),
        counts,
        WindowStage.NAME,
        REFUSED);
    if (steps == Steps.READ) {
      count(topology, WindowStage.NAME, counted, IntakeStage.NAME);
      count(topology, REFUSED, refused, IntakeStage.NAME);
      return topology;
    }
    InventoryStage.read(
        topology,
        Topics.HOST_INVENTORY.in(prefix),
        () -> new AvroDeserializer<>(registry, HostInfo.class),
        order.partitions(),
        WindowStage.NAME,
        REFUSED);
    WindowStage.gather(
        topology,
        order.samplesTopic(),
        new GroupPlanning(fleet.defaults(), new LivePolicies()),
        fleet.ticking(),
        fleet.stores(),
        counts,
        new Rereading(() -> belief(registry, fleet), SourceLog.NONE),
        IntakeStage.NAME,
        InventoryStage.NAME,
        CompareStage.NAME,
        REFUSED);
    count(topology, REFUSED, refused, IntakeStage.NAME, InventoryStage.NAME, WindowStage.NAME);
    if (steps == Steps.GATHERED) {
      count(topology, CompareStage.NAME, counted, WindowStage.NAME);
      return topology;
    }
    String told = "told";
    CompareStage.judge(
        topology,
        fleet.detection(),
        fleet.stores(),
        counts,
        told,
        told,
        told,
        told,
        WindowStage.NAME);
    count(topology, told, counted, CompareStage.NAME);
    return topology;
  }

  private static Belief belief(SchemaRegistryClient registry, FleetSettings fleet) {
    return new SampleBelief(new AvroDeserializer<>(registry, HostSample.class), fleet.rules());
  }

  private static void count(Topology topology, String name, LongAdder what, String... parents) {
    topology.addProcessor(name, () -> new Counting(what), parents);
  }

  private record Counting(LongAdder what) implements Processor<Object, Object, Void, Void> {
    @Override
    public void process(Record<Object, Object> record) {
      what.increment();
    }
  }

  /** Those that were handed to it; what came out of its last step is only there to be counted. */
  @Override
  public long samples() {
    return seen.samples();
  }

  @Override
  public String failure() {
    return refused.sum() > 0 ? refused.sum() + " records were refused" : run.failure();
  }

  @Override
  public void close() {
    run.close();
  }
}
