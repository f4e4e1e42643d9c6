package io.peerwatch.proof.bench.pipeline.contestant;

import io.peerwatch.streams.run.StreamsRunner;
import java.time.Duration;

/** Ours: what {@code peerwatch stream} runs, all of it. */
final class PeerwatchRun implements ContestantRun {
  private final FirstRead.Seen seen;
  private final StreamsRunner runner;

  PeerwatchRun(RunOrder order) {
    seen = FirstRead.of(order.run());
    runner = new StreamsRunner(RunProperties.settings(order));
    runner.start();
  }

  /** Those that were handed to it: its verdicts are held against them by who reads those. */
  @Override
  public long samples() {
    return seen.samples();
  }

  @Override
  public boolean awaitRunning(Duration atMost) throws InterruptedException {
    return runner.awaitRunning(atMost);
  }

  @Override
  public String failure() {
    return runner.failure();
  }

  @Override
  public void close() {
    runner.close();
  }
}
