package io.peerwatch.schemas.reach;

import io.peerwatch.schemas.settings.UnreachableException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends waiting when the time is up, also for calls that have no timeout, such as name lookups. */
final class Deadline {
  private Deadline() {}

  /**
   * Runs the call on a thread of its own.
   *
   * @throws UnreachableException with the given line if it takes longer, else what the call throws
   */
  static void within(Duration timeout, Runnable call, String whenLate) {
    var task = new FutureTask<Void>(call, null);
    var thread = new Thread(task, "peerwatch-reachability");
    thread.setDaemon(true);
    thread.start();
    try {
      task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new UnreachableException(whenLate, e);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new UnreachableException("interrupted while waiting for an answer", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause; // a Runnable throws nothing else
  }
}
