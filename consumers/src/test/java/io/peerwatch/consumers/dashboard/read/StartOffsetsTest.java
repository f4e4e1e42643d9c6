package io.peerwatch.consumers.dashboard.read;

import static io.peerwatch.consumers.dashboard.read.StartOffsets.RECORDS_MAX;
import static io.peerwatch.consumers.dashboard.read.StartOffsets.RECORDS_MIN;
import static io.peerwatch.consumers.dashboard.read.StartOffsets.start;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartOffsetsTest {

  @Test
  void shouldStartAtTheFirstRecentRecord() {
    assertThat(start(0, 60_000, 100_000)).isEqualTo(60_000);
  }

  @Test
  void shouldReadSomeRecordsEvenWhenAllAreOld() {
    assertThat(start(0, 100_000, 100_000)).isEqualTo(100_000 - RECORDS_MIN);
  }

  @Test
  void shouldNotStartBeforeTheBeginning() {
    assertThat(start(40, 40, 45)).isEqualTo(40);
  }

  @Test
  void shouldNotReadForAgesWhenMuchIsRecent() {
    assertThat(start(0, 10, 10_000_000)).isEqualTo(10_000_000 - RECORDS_MAX);
  }
}
