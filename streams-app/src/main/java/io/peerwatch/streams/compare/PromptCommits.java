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

  private static final ThreadLocal<Asked> OF_THREAD = ThreadLocal.withInitial(Asked::new);

  private final ProcessorContext<?, ?> context;
  private final Asked asked;

  /** A commit is of all tasks of a stream thread, so they share this. */
  static final class Asked {
    private long at;
    private boolean waiting;
  }

  /** Of one task, on the stream thread that runs it. */
  PromptCommits(ProcessorContext<?, ?> context) {
    this(context, OF_THREAD.get());
  }

  PromptCommits(ProcessorContext<?, ?> context, Asked asked) {
    this.context = context;
    this.asked = asked;
  }

  /** Something was told. */
  void told() {
    long now = context.currentSystemTimeMs();
    if (now - context.currentStreamTimeMs() < LIVE_MILLIS) {
      asked.waiting = true;
      look(now);
    }
  }

  /** To be called every {@link #SPACING_MILLIS}. */
  void look(long now) {
    if (asked.waiting && Math.abs(now - asked.at) >= SPACING_MILLIS) {
      asked.waiting = false;
      asked.at = now;
      context.commit();
    }
  }
}
