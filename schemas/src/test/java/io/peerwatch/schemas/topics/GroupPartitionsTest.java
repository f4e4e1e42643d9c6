package io.peerwatch.schemas.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class GroupPartitionsTest {
  private static final long SEED = 3;

  @Test
  void shouldAgreeWithTheJavaClientsPartitioner() {
    var random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      var group = Integer.toString(random.nextInt(), 36);
      int partitions = 1 + random.nextInt(100);
      assertThat(GroupPartitions.of(group, partitions))
          .as("group %s on %d partitions, seed %d", group, partitions, SEED)
          .isEqualTo(BuiltInPartitioner.partitionForKey(group.getBytes(UTF_8), partitions));
    }
  }

  @Test
  void shouldNeverMoveAGroup() {
    assertThat(GroupPartitions.of("web", 24)).isEqualTo(GroupPartitions.of("web", 24));
    assertThat(GroupPartitions.of("web", 1)).isZero();
  }
}
