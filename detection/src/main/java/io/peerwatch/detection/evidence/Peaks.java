package io.peerwatch.detection.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hourly maxima that each stand for a trouble of their own: of neighbours in time only the highest.
 * Those that alerted are told apart, for only some of them may be chance.
 */
final class Peaks {

  /** Both highest first. */
  private final double[] quiet;

  private final double[] alerted;

  private Peaks(List<Double> quiet, List<Double> alerted) {
    this.quiet = quiet.stream().mapToDouble(Double::doubleValue).toArray();
    this.alerted = alerted.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static Peaks of(BlockMaxima maxima) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < maxima.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> -maxima.score(i))
            .thenComparingLong(maxima::blockOf));
    Set<Long> taken = new HashSet<>();
    List<Double> quiet = new ArrayList<>();
    List<Double> alerted = new ArrayList<>();
    for (int i : order) {
      long block = maxima.blockOf(i);
      if (!taken.contains(block - 1) && !taken.contains(block + 1)) {
        (maxima.isAlerted(i) ? alerted : quiet).add(maxima.score(i));
      }
      taken.add(block);
    }
    return new Peaks(quiet, alerted);
  }

  int alerts() {
    return alerted.length;
  }

  /** How many there are with so many alerts among them. */
  int count(int alerts) {
    return quiet.length + alerts;
  }

  /**
   * The one of a rank, from 0 for the highest.
   *
   * @param alerts how many of those that alerted are among them, the lowest; up to {@link #alerts}
   * @param rank below {@link #count}
   */
  double ranked(int alerts, int rank) {
    int ofQuiet = 0;
    int ofAlerted = alerted.length - alerts;
    for (int i = 0; ; i++) {
      boolean alert =
          ofQuiet == quiet.length
              || (ofAlerted < alerted.length && alerted[ofAlerted] > quiet[ofQuiet]);
      double next = alert ? alerted[ofAlerted++] : quiet[ofQuiet++];
      if (i == rank) {
        return next;
      }
    }
  }
}
