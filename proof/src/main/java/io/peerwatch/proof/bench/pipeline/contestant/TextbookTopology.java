package io.peerwatch.proof.bench.pipeline.contestant;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.detection.window.WindowSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Suppressed;
import org.apache.kafka.streams.kstream.Suppressed.BufferConfig;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The comparison as a textbook of the Streams DSL has it: split each sample by metric, group by
 * group and metric, gather the hosts' values of a window in a map, wait until the window is closed,
 * and name the hosts that are far from the median in spreads (median absolute deviation).
 */
final class TextbookTopology {
  private final RunOrder order;
  private final SchemaRegistryClient registry;
  private final LongAdder split;
  private final LongAdder gathered;

  /**
   * @param split counts samples
   * @param gathered counts values of metrics that have reached their window
   */
  TextbookTopology(
      RunOrder order, SchemaRegistryClient registry, LongAdder split, LongAdder gathered) {
    this.order = order;
    this.registry = registry;
    this.split = split;
    this.gathered = gathered;
  }

  Topology build() {
    StreamsBuilder builder = new StreamsBuilder();
    windows(builder)
        .suppress(Suppressed.untilWindowCloses(BufferConfig.unbounded()).withName("closed-windows"))
        .toStream(Named.as("closed"))
        .map(
            (window, hosts) -> KeyValue.pair(keyOf(window), Outliers.of(hosts)),
            Named.as("compare"))
        .filterNot((window, outliers) -> outliers.isEmpty(), Named.as("only-outliers"))
        .to(order.outliersTopic(), Produced.with(Serdes.String(), Serdes.String()));
    return builder.build();
  }

  private KTable<Windowed<String>, Map<String, HostMean>> windows(StreamsBuilder builder) {
    Serde<HostMean> values = HostMean.serde();
    return builder.stream(order.samplesTopic(), consumed())
        .filter((group, sample) -> sample != null, Named.as("samples-only"))
        .flatMap(this::byMetric, Named.as("split"))
        .groupByKey(Grouped.with("by-metric", Serdes.String(), values))
        .windowedBy(
            TimeWindows.ofSizeAndGrace(
                Duration.ofMillis(WindowSettings.defaults().windowMillis()),
                Duration.ofMillis(WindowSettings.defaults().graceMillis())))
        .aggregate(
            HostMeans::empty,
            (key, value, hosts) -> {
              gathered.increment();
              return HostMeans.add(hosts, value);
            },
            Named.as("gather"),
            Materialized.<String, Map<String, HostMean>, WindowStore<Bytes, byte[]>>as("windows")
                .withKeySerde(Serdes.String())
                .withValueSerde(HostMeans.serde()));
  }

  /** By event time, as the windows are. */
  private Consumed<String, GenericRecord> consumed() {
    var values = ThreadLocal.withInitial(() -> new GenericValues(registry));
    Serde<GenericRecord> serde =
        Serdes.serdeFrom(
            (topic, value) -> {
              throw new UnsupportedOperationException("samples are only read");
            },
            (topic, bytes) -> values.get().deserialize(topic, bytes));
    return Consumed.with(Serdes.String(), serde)
        .withName("samples")
        .withTimestampExtractor(
            (record, partitionTime) ->
                record.value() instanceof GenericRecord sample
                    ? (Long) sample.get("timestamp")
                    : record.timestamp());
  }

  private List<KeyValue<String, HostMean>> byMetric(String group, GenericRecord sample) {
    split.increment();
    String host = sample.get("host").toString();
    Map<?, ?> metrics = (Map<?, ?>) sample.get("metrics");
    List<KeyValue<String, HostMean>> values = new ArrayList<>(metrics.size());
    metrics.forEach(
        (metric, value) ->
            values.add(KeyValue.pair(group + "|" + metric, new HostMean(host, (Double) value, 1))));
    return values;
  }

  private static String keyOf(Windowed<String> window) {
    return window.key() + "|" + window.window().start();
  }
}
