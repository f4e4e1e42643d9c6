package io.peerwatch.streams.intake;

import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.source.Belief;
import io.peerwatch.streams.source.RawSource;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;

/** First step: from bytes on the log to samples that are believed. */
public final class IntakeStage {
  public static final String SOURCE = "host-samples";
  public static final String NAME = "intake";

  private IntakeStage() {}

  /** Adds the source and the intake, which forwards to {@code onwards} and {@code rejected}. */
  public static void believe(
      Topology topology,
      String samplesTopic,
      Supplier<Belief> belief,
      FleetCounts counts,
      String onwards,
      String rejected) {
    RawSource.addInStretches(topology, SOURCE, samplesTopic);
    topology.addProcessor(
        NAME, () -> new IntakeProcessor(belief.get(), counts, onwards, rejected), SOURCE);
  }
}
