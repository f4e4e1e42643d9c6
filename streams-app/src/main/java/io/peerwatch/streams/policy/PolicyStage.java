package io.peerwatch.streams.policy;

import io.peerwatch.schemas.avro.GroupPolicy;
import io.peerwatch.streams.source.PatientDecoding;
import io.peerwatch.streams.state.StateStores;
import io.peerwatch.streams.state.StoreNames;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.Topology;

/**
 * Beside the journey: every instance reads every version of every policy, all that are there before
 * its first sample, then each as it comes.
 */
public final class PolicyStage {
  public static final String SOURCE = "policy-history";
  public static final String NAME = "policies";

  private PolicyStage() {}

  public static void learn(
      Topology topology,
      String historyTopic,
      Supplier<Deserializer<GroupPolicy>> deserializer,
      LivePolicies policies) {
    topology.addGlobalStore(
        StateStores.ofOneInstance(StoreNames.POLICIES),
        SOURCE,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        historyTopic,
        NAME,
        () -> new PolicyProcessor(new PatientDecoding<>(deserializer.get()), policies));
  }
}
