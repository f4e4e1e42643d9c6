package io.peerwatch.streams.compare;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit when something was told, since readers see it only then. A commit costs the
 * same however much is in it. So groups that are told of one after the other share one, and what a
 * backlog tells, which nobody waits for by the second, waits for the commit interval.
 */
final class PromptCommits {
  /** From one commit asked for here to the next, at least. */
  static final long SPACING_MILLIS = 200;

  /** Records older than this are a backlog. */
  private static final long LIVE_MILLIS = 10_000;

  private final ProcessorContext<?, ?> context;
  private long askedAt;
  private boolean waiting;

  PromptCommits(ProcessorContext<?, ?> context) {
    this.context = context;
  }

  /** Something was told. */
  void told() {
    long now = context.currentSystemTimeMs();
    if (now - context.currentStreamTimeMs() < LIVE_MILLIS) {
      waiting = true;
      look(now);
    }
  }

  /** To be called every {@link #SPACING_MILLIS}. */
  void look(long now) {
    if (waiting && Math.abs(now - askedAt) >= SPACING_MILLIS) {
      waiting = false;
      askedAt = now;
      context.commit();
    }
  }
}
