package io.peerwatch.streams.source;

import java.util.function.Consumer;

/** The samples' log, to be read again from before the last commit. */
public interface SourceLog {
  /** Where nothing that is kept outlives the process, so that nobody ever asks. */
  SourceLog NONE =
      (topic, partition, from, to, each) -> {
        throw new IllegalStateException("there is no log of " + topic + " to read again");
      };

  /**
   * Gives every committed record of {@code [from, to)} in order; all before {@code to} must have
   * been committed or aborted by now.
   *
   * @return the offset from which the log still has its records; beyond {@code from} when the
   *     beginning is gone
   */
  long read(String topic, int partition, long from, long to, Consumer<SourceRecord> each);
}
