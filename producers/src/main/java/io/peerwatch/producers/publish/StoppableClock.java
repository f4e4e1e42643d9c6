package io.peerwatch.producers.publish;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The machine's clock; waiting for it ends at once when another thread stops it. */
public final class StoppableClock implements PacingClock {
  /** A clock that is set while somebody waits is noticed within this time. */
  private static final long WAIT_MILLIS_MAX = 1_000;

  private final InstantSource clock = InstantSource.system();
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public long millis() {
    return clock.millis();
  }

  @Override
  public void await(long epochMillis) {
    try {
      for (long now = millis(); now < epochMillis; now = millis()) {
        if (stopped.await(Math.min(epochMillis - now, WAIT_MILLIS_MAX), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      stop(); // an interrupt asks for the same
      Thread.currentThread().interrupt();
    }
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
