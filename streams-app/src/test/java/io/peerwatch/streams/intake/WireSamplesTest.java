package io.peerwatch.streams.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.peerwatch.detection.window.Sample;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.serde.AvroDeserializer;
import io.peerwatch.schemas.serde.AvroSerializer;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.source.DisbelievedException;
import io.peerwatch.streams.source.PatientDecoding;
import io.peerwatch.streams.source.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short way believes nothing that the long way would not, and reads the very same. */
class WireSamplesTest {
  private static final String TOPIC = "host-samples";

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final SampleRules rules = new SampleRules(20, 1);

  static LongStream seeds() {
    return new SplittableRandom(20261125).longs(60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldReadWhatTheLongWayReadsAndLeaveItEverythingThatIsWrong(long seed) throws Exception {
    registry.register(TOPIC + "-value", new AvroSchema(Topics.HOST_SAMPLES.schema()));
    var serializer = new AvroSerializer<HostSample>(registry, false);
    var deserializer = new AvroDeserializer<>(registry, HostSample.class);
    WireSamples wire = new WireSamples(deserializer, rules);
    SplittableRandom random = new SplittableRandom(seed);
    deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, sample(random)));
    int read = 0;
    for (int i = 0; i < 400; i++) {
      byte[] bytes = serializer.serialize(TOPIC, sample(random));
      if (random.nextInt(3) == 0) {
        spoil(bytes, random);
      }
      byte[] key = random.nextInt(20) == 0 ? null : "web".getBytes(StandardCharsets.UTF_8);
      SourceRecord source = new SourceRecord(TOPIC, 0, i, key, bytes, 0);
      Sample quick = wire.read(source);
      if (quick != null) {
        assertSame(quick, longWay(source, deserializer));
        read++;
      }
    }
    assertThat(read).isGreaterThan(150);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldGiveTheSameListForTheSameNamesInTheSameOrder(long seed) throws Exception {
    registry.register(TOPIC + "-value", new AvroSchema(Topics.HOST_SAMPLES.schema()));
    var serializer = new AvroSerializer<HostSample>(registry, false);
    var deserializer = new AvroDeserializer<>(registry, HostSample.class);
    WireSamples wire = new WireSamples(deserializer, rules);
    HostSample sample = sample(new SplittableRandom(seed));
    byte[] bytes = serializer.serialize(TOPIC, sample);
    deserializer.deserialize(TOPIC, bytes);
    byte[] key = "web".getBytes(StandardCharsets.UTF_8);
    Sample first = wire.read(new SourceRecord(TOPIC, 0, 0, key, bytes, 0));
    Sample second = wire.read(new SourceRecord(TOPIC, 0, 1, key, bytes.clone(), 0));
    assertThat(second.metrics()).isSameAs(first.metrics());
  }

  private Sample longWay(SourceRecord source, AvroDeserializer<HostSample> deserializer)
      throws DisbelievedException {
    HostSample sample = new PatientDecoding<>(deserializer).decode(source);
    rules.check(sample, source.key(), source.partition());
    return new Sample(
        sample.getGroup(),
        sample.getHost(),
        sample.getTimestamp().toEpochMilli(),
        sample.getMetrics());
  }

  private static void assertSame(Sample quick, Sample slow) {
    assertThat(quick.group()).isEqualTo(slow.group());
    assertThat(quick.host()).isEqualTo(slow.host());
    assertThat(quick.timestamp()).isEqualTo(slow.timestamp());
    assertThat(byName(quick)).isEqualTo(byName(slow));
  }

  private static Map<String, Double> byName(Sample sample) {
    Map<String, Double> byName = new HashMap<>();
    for (int i = 0; i < sample.values().length; i++) {
      byName.put(sample.metrics().get(i), sample.values()[i]);
    }
    return byName;
  }

  private static HostSample sample(SplittableRandom random) {
    Map<String, Double> metrics = new HashMap<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      metrics.put("system.m" + random.nextInt(15), random.nextDouble() * 1e6 - 5e5);
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      attributes.put("key-ä" + i, "x".repeat(random.nextInt(90)));
    }
    Instant at = Instant.parse("2026-01-05T00:00:00Z").plusMillis(random.nextInt(90_000_000));
    return new HostSample("web-" + random.nextInt(50), "web", at, metrics, attributes);
  }

  private static void spoil(byte[] bytes, SplittableRandom random) {
    for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }
}
