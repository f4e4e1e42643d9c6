package io.peerwatch.proof.bench.pipeline.contestant;

import java.time.Duration;

/** A contestant that reads samples from the beginning, on threads of its own, until closed. */
public interface ContestantRun extends AutoCloseable {

  /** Samples that its work has come across so far. */
  long samples();

  /** Samples of them that were lost because their window was already closed. */
  default double lateSamples() {
    return 0;
  }

  /**
   * Waits until all of its state is there and it works on samples; false when that takes longer.
   * Who keeps no state has nothing to wait for.
   */
  default boolean awaitRunning(Duration atMost) throws InterruptedException {
    return true;
  }

  /** What ended it early, in one line; null when nothing did. */
  String failure();

  @Override
  void close();
}
