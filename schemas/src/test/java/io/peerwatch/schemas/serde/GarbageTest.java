package io.peerwatch.schemas.serde;

import static io.peerwatch.schemas.avro.RejectReason.MALFORMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.avro.RandomRecords;
import io.peerwatch.schemas.topics.TopicSpec;
import io.peerwatch.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come: a value, or an UndecodableException; nothing else, and little memory. */
class GarbageTest {
  private static final long SEED = 42;

  private final SchemaRegistryClient registry = new MockSchemaRegistryClient();

  static List<TopicSpec<?>> topics() {
    return Topics.all();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldSurviveDamagedRecords(TopicSpec<?> topic) {
    damage(topic);
  }

  private <V extends SpecificRecord> void damage(TopicSpec<V> topic) {
    var random = new Random(SEED);
    var records = new RandomRecords(SEED);
    int rejected = 0;
    try (var serde = new AvroSerde<>(registry, topic.valueType(), true)) {
      for (int i = 0; i < 4_000; i++) {
        byte[] bytes = serde.serializer().serialize("t", records.of(topic.valueType()));
        rejected += rejects(serde, damaged(bytes, random), i) ? 1 : 0;
      }
    }
    assertThat(rejected).as("rejected with seed %d", SEED).isBetween(400, 4_000);
  }

  private static boolean rejects(AvroSerde<?> serde, byte[] bytes, int i) {
    try {
      serde.deserializer().deserialize("t", bytes);
      return false;
    } catch (UndecodableException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
      return true;
    } catch (Throwable e) { // that is the point: an OutOfMemoryError counts too
      return fail("record %d of seed %d: %s".formatted(i, SEED, Arrays.toString(bytes)), e);
    }
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    switch (random.nextInt(4)) {
      case 0 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      case 1 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      case 2 -> bytes[random.nextInt(bytes.length)] = (byte) 0xff;
      default -> {
        var noise = new byte[random.nextInt(bytes.length)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, bytes.length - noise.length, noise.length);
      }
    }
    return bytes;
  }

  @Test
  void shouldNotAllocateWhatALengthMerelyClaims() throws IOException {
    assertClaimIsMalformed(Integer.MAX_VALUE - 100, false);
    assertClaimIsMalformed(Long.MAX_VALUE, false);
    assertClaimIsMalformed(-5, false);
  }

  @Test
  void shouldNotAllocateWhatAMapsCountMerelyClaims() throws IOException {
    assertClaimIsMalformed(Integer.MAX_VALUE - 100, true);
    assertClaimIsMalformed(Long.MAX_VALUE, true);
    assertClaimIsMalformed(Long.MIN_VALUE, true);
  }

  private void assertClaimIsMalformed(long claimed, boolean inMap) throws IOException {
    try (var serde = new AvroSerde<>(registry, HostSample.class, true)) {
      var empty = new HostSample("", "", Instant.EPOCH, Map.of(), Map.of());
      byte[] header = Arrays.copyOf(serde.serializer().serialize("t", empty), 5);
      var out = new ByteArrayOutputStream();
      out.writeBytes(header);
      var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      if (inMap) {
        encoder.writeString("host");
        encoder.writeString("group");
        encoder.writeLong(0);
      }
      encoder.writeLong(claimed);
      assertThatThrownBy(() -> serde.deserializer().deserialize("t", out.toByteArray()))
          .isInstanceOfSatisfying(
              UndecodableException.class, e -> assertThat(e.reason()).isEqualTo(MALFORMED));
    }
  }
}
