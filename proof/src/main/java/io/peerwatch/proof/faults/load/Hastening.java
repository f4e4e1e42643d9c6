package io.peerwatch.proof.faults.load;

import io.peerwatch.producers.publish.PacingClock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The machine's clock, which waits for nothing any more once it is told to hasten. */
final class Hastening implements PacingClock {
  private final CountDownLatch hastened = new CountDownLatch(1);

  void hasten() {
    hastened.countDown();
  }

  @Override
  public long millis() {
    return System.currentTimeMillis();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void await(long epochMillis) {
    long left = epochMillis - millis();
    try {
      if (left > 0 && hastened.await(left, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      hasten();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean stopped() {
    return false;
  }
}
