package io.peerwatch.proof.bench.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Rounds that don't count, the same rule for everybody: until compiling took less than a tenth of
 * the processor time in two rounds in a row, or the contestant has read for as long as it may. The
 * more code somebody has, the longer Java compiles it, on the cores that it is measured on.
 */
final class WarmUp {
  /** What compiling may take of the processor time of a round of somebody who is warm. */
  static final double COMPILE_SHARE_MAX = 0.1;

  private static final int WARM_ROUNDS = 2;

  private final Duration atMost;
  private final List<RoundFigures> rounds = new ArrayList<>();
  private double seconds;
  private int warmInARow;

  WarmUp(Duration atMost) {
    this.atMost = atMost;
  }

  void add(RoundFigures round) {
    rounds.add(round);
    seconds += round.seconds();
    warmInARow = round.compileShare() < COMPILE_SHARE_MAX ? warmInARow + 1 : 0;
  }

  boolean isOver() {
    return warmInARow >= WARM_ROUNDS || seconds * 1e3 >= atMost.toMillis();
  }

  /** For how long it has read. */
  double seconds() {
    return seconds;
  }

  List<RoundFigures> rounds() {
    return rounds;
  }
}
