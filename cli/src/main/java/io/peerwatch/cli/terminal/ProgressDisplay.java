package io.peerwatch.cli.terminal;

import io.peerwatch.schemas.progress.Progress;

/** Progress that somebody looks at. Reports may come as often as they like, from any thread. */
public interface ProgressDisplay extends Progress, AutoCloseable {
  /** The work is over: leaves a tidy terminal. */
  @Override
  void close();
}
