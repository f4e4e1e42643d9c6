package io.peerwatch.producers.agent.extra;

import java.util.Map;

/** One file or command. */
interface ExtraSource extends AutoCloseable {
  /** Value by metric as it stands; empty when there is nothing that can be believed. */
  Map<String, Double> read();

  /** Waits until it had the time to say something. */
  void awaitFirst() throws InterruptedException;

  /** Lines that could not be used so far. */
  long badLines();

  @Override
  void close();
}
