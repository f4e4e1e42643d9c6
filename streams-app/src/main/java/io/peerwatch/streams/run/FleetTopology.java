package io.peerwatch.streams.run;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.alert.AlertStage;
import io.peerwatch.streams.capacity.CapacityStage;
import io.peerwatch.streams.compare.CompareStage;
import io.peerwatch.streams.compare.ReadingSerializer;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.feedback.FeedbackStage;
import io.peerwatch.streams.intake.IntakeStage;
import io.peerwatch.streams.intake.SampleBelief;
import io.peerwatch.streams.inventory.InventoryStage;
import io.peerwatch.streams.ledger.LedgerStage;
import io.peerwatch.streams.policy.GroupPlanning;
import io.peerwatch.streams.policy.LivePolicies;
import io.peerwatch.streams.policy.PolicyStage;
import io.peerwatch.streams.reject.RejectStage;
import io.peerwatch.streams.source.Belief;
import io.peerwatch.streams.source.SourceLog;
import io.peerwatch.streams.window.Rereading;
import io.peerwatch.streams.window.WindowStage;
import org.apache.kafka.streams.Topology;

/** Table of contents: what happens to a host sample, and to what people say of alerts, in order. */
public final class FleetTopology {
  private final FleetSettings settings;
  private final SchemaRegistryClient registry;
  private final FleetCounts counts;
  private final SourceLog log;

  /** A topology that nobody watches. */
  public FleetTopology(FleetSettings settings, SchemaRegistryClient registry) {
    this(settings, registry, FleetCounts.unwatched(), SourceLog.NONE);
  }

  /**
   * @param counts takes what the stages count
   * @param log of the samples, from which open windows come back after a restart
   */
  public FleetTopology(
      FleetSettings settings, SchemaRegistryClient registry, FleetCounts counts, SourceLog log) {
    this.settings = settings;
    this.registry = registry;
    this.counts = counts;
    this.log = log;
  }

  public Topology build() {
    Topology topology = new Topology();
    String samples = Topics.HOST_SAMPLES.in(settings.prefix());
    var outputs = new OutputTopics(topology, settings.prefix(), registry);
    var policies = new LivePolicies();

    IntakeStage.believe(
        topology, samples, this::belief, counts, WindowStage.NAME, RejectStage.NAME);
    InventoryStage.read(
        topology,
        Topics.HOST_INVENTORY.in(settings.prefix()),
        () -> new AvroDeserializer<>(registry, HostInfo.class),
        settings.rules().partitions(),
        WindowStage.NAME,
        RejectStage.NAME);
    WindowStage.gather(
        topology,
        samples,
        new GroupPlanning(settings.defaults(), policies),
        settings.ticking(),
        settings.stores(),
        counts,
        new Rereading(this::belief, log),
        IntakeStage.NAME,
        InventoryStage.NAME,
        CompareStage.NAME,
        RejectStage.NAME);
    FeedbackStage.hear(
        topology,
        Topics.ALERT_FEEDBACK.in(settings.prefix()),
        () -> new AvroDeserializer<>(registry, Feedback.class),
        settings.rules().partitions(),
        settings.stores(),
        counts,
        CompareStage.NAME,
        RejectStage.NAME);
    CompareStage.judge(
        topology,
        settings.detection(),
        settings.stores(),
        counts,
        OutputTopics.VERDICTS,
        OutputTopics.READINGS,
        AlertStage.NAME,
        CapacityStage.NAME,
        WindowStage.NAME,
        FeedbackStage.NAME);
    AlertStage.raise(
        topology,
        settings.stores(),
        counts,
        CompareStage.NAME,
        OutputTopics.ALERTS,
        LedgerStage.NAME);
    LedgerStage.count(topology, settings.stores(), counts, AlertStage.NAME);
    RejectStage.list(
        topology,
        settings.rejectsListedMax(),
        settings.stores(),
        IntakeStage.NAME,
        InventoryStage.NAME,
        WindowStage.NAME,
        FeedbackStage.NAME);
    CapacityStage.measure(topology, settings.stores(), counts, CompareStage.NAME);

    PolicyStage.learn(
        topology,
        Topics.POLICY_HISTORY.in(settings.prefix()),
        () -> new AvroDeserializer<>(registry, GroupPolicy.class),
        policies);

    outputs.byGroup(Topics.HOST_ALERTS, AlertStage.NAME);
    outputs.byGroup(Topics.GROUP_VERDICTS, CompareStage.NAME);
    outputs.byGroup(Topics.HOST_READINGS, new ReadingSerializer(registry), CompareStage.NAME);
    outputs.byGroup(Topics.GROUP_CAPACITY, CapacityStage.NAME);
    outputs.byGroup(Topics.BUDGET_LEDGER, LedgerStage.NAME);
    outputs.bySourceKey(Topics.REJECTED_RECORDS, RejectStage.NAME);
    return topology;
  }

  private Belief belief() {
    return new SampleBelief(new AvroDeserializer<>(registry, HostSample.class), settings.rules());
  }
}
