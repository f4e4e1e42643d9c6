package io.peerwatch.streams.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.peerwatch.detection.verdict.MetricReadings;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.schemas.avro.HostReadings;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.topics.Topics;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingSerializerTest {
  private static final String TOPIC = "host-readings";
  private static final GroupWindow WINDOW =
      new GroupWindow(
          "web", 1_800_000_000_000L, 1_800_000_060_000L, List.of(), List.of(), 0, false);

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "0, 700", "5, 2995"})
  void shouldWriteTheVeryBytesThatAvroWrites(int from, int to) throws Exception {
    registry.register(TOPIC + "-value", new AvroSchema(Topics.HOST_READINGS.schema()));
    ReadingChunk chunk = new ReadingChunk(WINDOW, readings(3_000), 1, 2, from, to);
    byte[] bytes = new ReadingSerializer(registry).serialize(TOPIC, chunk);
    byte[] byAvro =
        new AvroSerializer<HostReadings>(registry, false).serialize(TOPIC, record(chunk));
    assertThat(bytes).isEqualTo(byAvro);
    HostReadings read =
        new AvroDeserializer<>(registry, HostReadings.class).deserialize(TOPIC, bytes);
    assertThat(read).isEqualTo(record(chunk));
  }

  private static HostReadings record(ReadingChunk chunk) {
    MetricReadings metric = chunk.metric();
    return new HostReadings(
        WINDOW.group(),
        Instant.ofEpochMilli(WINDOW.start()),
        Instant.ofEpochMilli(WINDOW.end()),
        metric.metric(),
        metric.unit(),
        chunk.chunk(),
        chunk.chunks(),
        metric.hosts().subList(chunk.from(), chunk.to()),
        part(metric.observed(), chunk),
        part(metric.expected(), chunk),
        part(metric.low(), chunk),
        part(metric.high(), chunk),
        part(metric.deviation(), chunk));
  }

  private static List<Double> part(double[] values, ReadingChunk chunk) {
    return Arrays.stream(values, chunk.from(), chunk.to()).boxed().toList();
  }

  private static MetricReadings readings(int hosts) {
    SplittableRandom random = new SplittableRandom(4);
    double[][] figures = new double[5][];
    for (int f = 0; f < figures.length; f++) {
      figures[f] = random.doubles(hosts, -1e9, 1e9).toArray();
      figures[f][random.nextInt(hosts)] = Double.NaN;
    }
    List<String> names = IntStream.range(0, hosts).mapToObj(h -> "web-" + h).toList();
    return new MetricReadings(
        "system.temperature",
        "°C",
        names,
        figures[0],
        figures[1],
        figures[2],
        figures[3],
        figures[4]);
  }
}
