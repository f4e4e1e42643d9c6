package io.peerwatch.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuilderTest {
  @Test
  void shouldFillInDefaultsOfEnumsWithoutAnySerdeLoaded() {
    assertThat(HostInfo.newBuilder().setHost("web-07").build().getTier()).isEqualTo(Tier.UNKNOWN);
  }
}
