package io.peerwatch.streams.source;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * A topic that is read as bytes from its start, so that whoever takes a record in can refuse it and
 * say why, at times that {@link RecordTimeExtractor} gives.
 */
public final class RawSource {
  private RawSource() {}

  /** Adds it under a name. */
  public static void add(Topology topology, String name, String topic) {
    add(topology, name, topic, new ByteArrayDeserializer());
  }

  /** The same; values are bytes, or a {@link Stretch} where the consumer makes some. */
  public static void addInStretches(Topology topology, String name, String topic) {
    add(topology, name, topic, Stretch.deserializer());
  }

  private static void add(
      Topology topology, String name, String topic, Deserializer<?> deserializer) {
    topology.addSource(
        AutoOffsetReset.earliest(),
        name,
        new RecordTimeExtractor(),
        new ByteArrayDeserializer(),
        deserializer,
        topic);
  }
}
