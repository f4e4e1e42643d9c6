package io.peerwatch.proof.bench.pipeline.seat;

import io.peerwatch.proof.bench.pipeline.contestant.RunOrder;
import java.nio.file.Path;
import java.time.Duration;

/** Where one contestant runs, one run after the other. */
public interface Seat extends AutoCloseable {

  /** Begins a run. */
  void start(RunOrder order);

  /**
   * Looks whether it goes on.
   *
   * @throws BenchException when the run has failed
   */
  void requireWell();

  /**
   * Waits until all state is there and it works on samples.
   *
   * @throws BenchException when that takes longer, or the run has failed
   */
  void awaitRunning(Duration atMost);

  /**
   * How it stands. Collects garbage, so nothing is measured while this is asked for.
   *
   * @throws BenchException when the run has failed
   */
  RunFigures figures();

  /** Ends the run. */
  void stop();

  /** From now on what the process does is recorded; what was recorded before is dropped. */
  void profile();

  /** Ends the recording, which goes to a file. */
  void endProfile(Path file);

  @Override
  void close();
}
