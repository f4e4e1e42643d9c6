package io.peerwatch.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.peerwatch.schemas.avro.HostSample;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
  private final AvroSerde<HostSample> serde =
      new AvroSerde<>(new MockSchemaRegistryClient(), HostSample.class, true);

  @Test
  void shouldReadBackWhatItWrote() {
    var sample =
        new HostSample(
            "web-07", "web", Instant.ofEpochMilli(1_700_000_000_123L), Map.of("a", 0.5), Map.of());

    byte[] bytes = serde.serializer().serialize("peerwatch.host-samples", sample);

    assertThat(bytes).startsWith(0, 0, 0, 0, 1);
    assertThat(serde.deserializer().deserialize("peerwatch.host-samples", bytes)).isEqualTo(sample);
  }

  @Test
  void shouldLeaveNullAsNull() {
    assertThat(serde.serializer().serialize("peerwatch.host-samples", null)).isNull();
    assertThat(serde.deserializer().deserialize("peerwatch.host-samples", null)).isNull();
  }
}
