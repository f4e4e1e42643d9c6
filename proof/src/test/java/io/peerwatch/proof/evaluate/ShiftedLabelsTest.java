package io.peerwatch.proof.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.streams.score.Incident;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftedLabelsTest {

  private static Incident incident(long start, long end) {
    return new Incident("web", "web-1", start, end, List.of("cpu"), "STEP");
  }

  @Test
  void shouldMoveIncidentsRoundTheScoredTimeAndKeepTheirLengths() {
    List<List<Incident>> moved =
        ShiftedLabels.of(List.of(incident(1_000, 1_100), incident(1_700, 1_720)), 1_000, 1_800);
    assertThat(moved).hasSize(7);
    assertThat(moved.get(0)).containsExactly(incident(1_100, 1_200), incident(1_000, 1_020));
    assertThat(moved.get(6)).containsExactly(incident(1_700, 1_800), incident(1_600, 1_620));
  }

  @Test
  void shouldLeaveOutWhatIsNotScored() {
    assertThat(ShiftedLabels.of(List.of(incident(900, 950)), 1_000, 1_800)).allMatch(List::isEmpty);
  }
}
