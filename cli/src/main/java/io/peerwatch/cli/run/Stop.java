package io.peerwatch.cli.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The user's wish to end (Ctrl-C, SIGTERM), as a request that the running command answers by
 * finishing in its own time. A command that runs until stopped and finishes so has done its work:
 * exit code 0. Commands that never {@link #listen} are ended by the JVM at once, as shells expect
 * (130, 143).
 */
public final class Stop {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean listening;
  private volatile int exitCode;

  /** From now on signals are requests. Called by the command that promises to look at them. */
  public void listen() {
    listening = true;
  }

  /** The request itself; done by the signal, or by a test. */
  public void request() {
    requested.countDown();
  }

  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /** Waits for the request. */
  public void await() throws InterruptedException {
    requested.await();
  }

  /** Waits for the request at most this long; whether it came. */
  public boolean await(Duration atMost) throws InterruptedException {
    return requested.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Calls this once when the request comes, on a thread of its own. */
  public void whenRequested(Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              try {
                requested.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
              }
              action.run();
            },
            "when-stopped");
    thread.setDaemon(true);
    thread.start();
  }

  /** Turns the JVM's shutdown into the request; {@code main} calls it once. */
  public void onShutdown() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutdown, "stop"));
  }

  /** Nothing is left to do; ends the JVM, whether a signal or the work's end led here. */
  public void finish(int code) {
    exitCode = code;
    finished.countDown();
    if (!isRequested()) {
      System.exit(code);
    }
  }

  private void shutdown() {
    if (finished.getCount() == 0) {
      return; // the work's own end led here
    }
    request();
    if (!listening) {
      return; // the JVM goes on with its own end and its own exit code
    }
    SecondSignal.endsAtOnce();
    try {
      boolean inTime = finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      Runtime.getRuntime().halt(inTime ? exitCode : 1);
    } catch (InterruptedException e) {
      Runtime.getRuntime().halt(1);
    }
  }
}
