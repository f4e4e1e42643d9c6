package io.peerwatch.producers.publish;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The machine's clock; waiting for it ends at once when another thread stops it. */
public final class StoppableClock implements PacingClock {
  /** A clock that is set while somebody waits is noticed within this time. */
  private static final long WAIT_NANOS_MAX = TimeUnit.SECONDS.toNanos(1);

  private final InstantSource clock = InstantSource.system();
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public long millis() {
    return clock.millis();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void await(long epochMillis) {
    long now = millis();
    if (epochMillis <= now) {
      return;
    }
    long deadline = nanos() + TimeUnit.MILLISECONDS.toNanos(epochMillis - now);
    try {
      for (long left = left(epochMillis, deadline); left > 0; left = left(epochMillis, deadline)) {
        if (stopped.await(Math.min(left, WAIT_NANOS_MAX), TimeUnit.NANOSECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      stop(); // an interrupt asks for the same
      Thread.currentThread().interrupt();
    }
  }

  /** Nanoseconds to wait, by whichever clock says less: one may have been set meanwhile. */
  private long left(long epochMillis, long deadlineNanos) {
    long byWall = TimeUnit.MILLISECONDS.toNanos(epochMillis - millis());
    return Math.min(byWall, deadlineNanos - nanos());
  }

  /** Ends every wait, now and later. May be called from any thread, more than once. */
  public void stop() {
    stopped.countDown();
  }

  @Override
  public boolean stopped() {
    return stopped.getCount() == 0;
  }
}
