package io.peerwatch.streams.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.topics.CanaryGroups;
import io.peerwatch.schemas.topics.GroupPartitions;
import io.peerwatch.schemas.topics.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundTripsTest {
  private final List<Long> measured = new ArrayList<>();
  private long now;
  private final RoundTrips trips = new RoundTrips(measured::add, () -> now);

  @Test
  void shouldMeasureFromTheLastSampleOfAWindowToItsVerdictButNotForTheFirstWindow() {
    trips.sent("a", 50_000, 100);
    trips.seen("a", 60_000, 90_000);
    assertThat(measured).isEmpty();
    trips.sent("a", 60_000, 100_000);
    trips.sent("a", 110_000, 200_000);
    trips.sent("a", 120_000, 300_000); // of the next window
    trips.seen("a", 120_000, 200_700);
    assertThat(measured).containsExactly(700L);
  }

  @Test
  void shouldGrowOldWhileNothingComesBackAndForgetGroupsThatWentElsewhere() {
    trips.sent("a", 10_000, 1_000);
    trips.sent("b", 10_000, 2_000);
    now = 9_000;
    assertThat(trips.ageNanos()).isEqualTo(8_000);
    trips.seen("a", 60_000, 8_500);
    assertThat(trips.ageNanos()).isEqualTo(7_000);
    trips.keepOnly(Set.of("a"));
    assertThat(trips.ageNanos()).isEqualTo(500);
    trips.seen("b", 60_000, 8_600); // another instance's now
    assertThat(measured).isEmpty();
  }

  @Test
  void shouldHaveAGroupOnEveryPartitionWhoseNameIsOne() {
    for (int partition = 0; partition < 24; partition++) {
      String group = CanaryGroups.on(partition, 24);
      assertThat(Names.isName(group)).isTrue();
      assertThat(CanaryGroups.is(group)).isTrue();
      assertThat(GroupPartitions.of(group, 24)).isEqualTo(partition);
    }
    assertThat(CanaryGroups.is("web")).isFalse();
  }
}
