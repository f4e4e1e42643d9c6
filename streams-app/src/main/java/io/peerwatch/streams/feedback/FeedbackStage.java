package io.peerwatch.streams.feedback;

import io.peerwatch.schemas.avro.Feedback;
import io.peerwatch.streams.count.FleetCounts;
import io.peerwatch.streams.source.PatientDecoding;
import io.peerwatch.streams.source.RawSource;
import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.state.StoreNames;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.Topology;

/** The other way in: what people say of alerts becomes lessons for the group's judge. */
public final class FeedbackStage {
  public static final String SOURCE = "alert-feedback";
  public static final String NAME = "feedback";

  private FeedbackStage() {}

  /**
   * Adds the source, and the step that forwards to {@code onwards} and {@code rejected}.
   *
   * @param partitions of the topic, as many as of the samples'
   */
  public static void hear(
      Topology topology,
      String feedbackTopic,
      Supplier<Deserializer<Feedback>> deserializer,
      int partitions,
      StateStores stores,
      FleetCounts counts,
      String onwards,
      String rejected) {
    RawSource.add(topology, SOURCE, feedbackTopic);
    topology.addProcessor(
        NAME,
        () ->
            new FeedbackProcessor(
                new PatientDecoding<>(deserializer.get()), partitions, counts, onwards, rejected),
        SOURCE);
    topology.addStateStore(stores.named(StoreNames.RAISED_ALERTS), NAME);
  }
}
