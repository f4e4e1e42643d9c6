package io.peerwatch.streams.inventory;

import io.peerwatch.schemas.avro.HostInfo;
import io.peerwatch.streams.source.PatientDecoding;
import io.peerwatch.streams.source.RawSource;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.Topology;

/**
 * Beside the samples: who belongs to a group. It is read by the task that has the group's samples,
 * so that what it changes is committed with the windows that it changed.
 */
public final class InventoryStage {
  public static final String SOURCE = "host-inventory";
  public static final String NAME = "inventory";

  private InventoryStage() {}

  /** Adds the source, which has to come before the step that it forwards to. */
  public static void read(
      Topology topology,
      String inventoryTopic,
      Supplier<Deserializer<HostInfo>> deserializer,
      int partitions,
      String onwards,
      String rejected) {
    RawSource.add(topology, SOURCE, inventoryTopic);
    topology.addProcessor(
        NAME,
        () ->
            new InventoryProcessor(
                new PatientDecoding<>(deserializer.get()), partitions, onwards, rejected),
        SOURCE);
  }
}
