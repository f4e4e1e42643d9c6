package io.peerwatch.streams.run;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.topics.GroupPartitions;
import io.peerwatch.schemas.topics.Names;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** The topics that the pipeline writes, each a sink named after it. */
final class OutputTopics {
  static final String ALERTS = sink(Topics.HOST_ALERTS);
  static final String VERDICTS = sink(Topics.GROUP_VERDICTS);
  static final String READINGS = sink(Topics.HOST_READINGS);
  static final String CAPACITY = sink(Topics.GROUP_CAPACITY);
  static final String LEDGER = sink(Topics.BUDGET_LEDGER);

  private final Topology topology;
  private final String prefix;
  private final SchemaRegistryClient registry;

  OutputTopics(Topology topology, String prefix, SchemaRegistryClient registry) {
    this.topology = topology;
    this.prefix = prefix;
    this.registry = registry;
  }

  /** A topic keyed by group, or by group and host and partitioned by the group. */
  <V extends SpecificRecord> void byGroup(TopicSpec<V> topic, String... parents) {
    byGroup(topic, new AvroSerializer<V>(registry, false), parents);
  }

  /** The same for values that have a form of their own until they are written. */
  <V> void byGroup(TopicSpec<?> topic, Serializer<V> values, String... parents) {
    topology.addSink(
        sink(topic), topic.in(prefix), new StringSerializer(), values, byGroupOfKey(), parents);
  }

  /** A topic that keeps the key of the source record. */
  <V extends SpecificRecord> void bySourceKey(TopicSpec<V> topic, String... parents) {
    topology.addSink(
        sink(topic),
        topic.in(prefix),
        new ByteArraySerializer(),
        new AvroSerializer<V>(registry, false),
        parents);
  }

  private static String sink(TopicSpec<?> topic) {
    return "to-" + topic.name();
  }

  private static <V> StreamPartitioner<String, V> byGroupOfKey() {
    return new StreamPartitioner<>() {
      @Override
      public Optional<Set<Integer>> partitions(String topic, String key, V value, int partitions) {
        int bar = key.indexOf(Names.SEPARATOR);
        String group = bar < 0 ? key : key.substring(0, bar);
        return Optional.of(Set.of(GroupPartitions.of(group, partitions)));
      }
    };
  }
}
