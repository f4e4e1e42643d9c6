package io.peerwatch.cli.demo;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Work of the demo beside its main thread: a failure is not lost, and closing waits for its end.
 */
final class DemoThread implements AutoCloseable {
  private static final long END_MILLIS_MAX = TimeUnit.SECONDS.toMillis(10);

  private final Thread thread;
  private final FutureTask<Void> task;
  private final Runnable stop;

  private DemoThread(Thread thread, FutureTask<Void> task, Runnable stop) {
    this.thread = thread;
    this.task = task;
    this.stop = stop;
  }

  /** What is done there. */
  interface Work {
    void run() throws Exception;
  }

  /**
   * @param stop makes the work return soon; called from another thread
   */
  static DemoThread start(String name, Work work, Runnable stop) {
    var task =
        new FutureTask<Void>(
            () -> {
              work.run();
              return null;
            });
    Thread thread = new Thread(task, "demo-" + name);
    thread.setDaemon(true);
    thread.start();
    return new DemoThread(thread, task, stop);
  }

  /** Throws what the work failed with, if it did. */
  void requireWell() throws ExecutionException, InterruptedException {
    if (task.isDone()) {
      task.get();
    }
  }

  @Override
  public void close() throws InterruptedException {
    stop.run();
    thread.join(END_MILLIS_MAX);
  }
}
