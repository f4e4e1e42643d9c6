package io.peerwatch.proof.evaluate.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.proof.evaluate.lab.GroupLife;
import io.peerwatch.proof.evaluate.lab.Harmless;
import io.peerwatch.proof.evaluate.lab.LabGroup;
import io.peerwatch.streams.score.Alarm;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A host that was apart in the first night used to be so every night: it was not let learn what its
 * peers went through, so that the next night was odder still. Of these groups of twelve, which all
 * lose their work for four hours of every night, one host or two raised an alert on each of
 * fourteen days.
 */
class EveryNightTest {

  @ParameterizedTest
  @ValueSource(longs = {1192100364039305928L, 1192100364039305934L, 1192100364039305937L})
  void shouldNotAlertOnTheSameHostEveryNight(long seed) {
    LabGroup group = LabGroup.with(Harmless.DRAINED_AT_NIGHT, seed, 12);
    var ours = new Peerwatch(GroupLife.WINDOW_MILLIS, List.of(3.0), null);
    for (int w = 0; w < LabGroup.WINDOWS; w++) {
      ours.judge(group.next());
    }
    assertThat(ours.alarms(0, group.endMillis()))
        .filteredOn(alarm -> alarm.openedMillis() >= group.scoredFromMillis())
        .filteredOn(alarm -> hourOf(alarm) == 0)
        .hasSizeLessThan(3);
  }

  private static long hourOf(Alarm alarm) {
    return Math.floorMod(alarm.openedMillis(), 86_400_000L) / 3_600_000L;
  }
}
