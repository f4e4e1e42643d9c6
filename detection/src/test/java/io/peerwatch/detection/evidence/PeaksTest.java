package io.peerwatch.detection.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PeaksTest {
  private final BlockMaxima maxima = new BlockMaxima(1);

  @Test
  void ofNeighboursInTimeTheHighestStands() {
    add(0, 1, false);
    add(1, 3, false);
    add(2, 2, false);
    add(4, 1, false);
    assertStand(3, 1);
  }

  @Test
  void ofEqualNeighboursTheFirstStands() {
    add(5, 2, true);
    add(6, 2, false);
    add(7, 1, false);
    assertEquals(1, Peaks.of(maxima).alerts());
    assertStand();
  }

  @Test
  void hoursWhoseClocksWereSetBackAreNeighboursAllTheSame() {
    add(10, 1, false);
    add(11, 2, false);
    add(9, 5, false);
    add(10, 7, false);
    assertStand(7);
  }

  @Test
  void theOldestHourMayLieAnywhere() {
    for (int hour = 0; hour < BlockMaxima.BLOCKS_MAX + 3; hour++) {
      add(hour, hour % 2, false);
    }
    assertEquals(BlockMaxima.BLOCKS_MAX / 2, Peaks.of(maxima).count(0));
    assertEquals(1, Peaks.of(maxima).ranked(0, 0));
  }

  private void add(long hour, double score, boolean alert) {
    maxima.add(hour * BlockMaxima.BLOCK_MILLIS, score, new double[] {score}, 0, alert);
  }

  private void assertStand(double... quiet) {
    Peaks peaks = Peaks.of(maxima);
    assertEquals(quiet.length, peaks.count(0));
    for (int rank = 0; rank < quiet.length; rank++) {
      assertEquals(quiet[rank], peaks.ranked(0, rank));
    }
  }
}
