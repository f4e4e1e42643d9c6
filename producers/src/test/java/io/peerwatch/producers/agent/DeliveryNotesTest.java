package io.peerwatch.producers.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.producers.agent.notes.Notes;
import io.peerwatch.producers.publish.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryNotesTest {
  private final List<String> told = new ArrayList<>();
  private final ManualClock clock = new ManualClock(0);
  private final DeliveryNotes notes =
      new DeliveryNotes(new BufferBounds(360, 1_000), new Notes(told::add, clock::nanos));

  @Test
  void shouldTellAnOutageOnceAndItsEnd() {
    notes.check(1, 0, Optional.empty());
    notes.check(2, 0, Optional.empty());
    assertThat(told).isEmpty();
    notes.check(3, 0, Optional.empty());
    notes.check(100, 0, Optional.empty());
    notes.check(1, 0, Optional.empty());
    assertThat(told)
        .containsExactly(
            "Kafka takes no samples: they wait here, 360 at most, the oldest giving way",
            "Kafka takes samples again");
  }

  @Test
  void shouldTellOfLossesOnceAMinute() {
    notes.check(1, 3, Optional.of("not authorized"));
    notes.check(1, 4, Optional.of("not authorized"));
    clock.pass(59_999);
    notes.check(1, 5, Optional.of("not authorized"));
    clock.pass(1);
    notes.check(1, 5, Optional.of("not authorized"));
    clock.pass(60_000);
    notes.check(1, 5, Optional.of("not authorized"));
    assertThat(told)
        .containsExactly(
            "samples lost: 3, 3 so far; refused: not authorized",
            "samples lost: 2, 5 so far; refused: not authorized");
  }
}
