package io.peerwatch.proof.faults.live;

import io.peerwatch.producers.publish.SamplePublisher;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Groups that send in real time, on a thread of its own, until closed. */
final class LiveTraffic implements AutoCloseable {
  private static final long PERIOD_MILLIS = 1_000;

  private final FutureTask<Void> task;
  private volatile boolean stopped;

  LiveTraffic(ConnectionSettings connection, List<LiveGroup> groups) {
    task =
        new FutureTask<>(
            () -> {
              send(connection, groups);
              return null;
            });
    Thread thread = new Thread(task, "live-traffic");
    thread.setDaemon(true);
    thread.start();
  }

  private void send(ConnectionSettings connection, List<LiveGroup> groups)
      throws InterruptedException {
    try (var publisher = new SamplePublisher(connection)) {
      long at = System.currentTimeMillis();
      while (!stopped) {
        for (LiveGroup group : groups) {
          group.at(at).forEach(publisher::publish);
        }
        at += PERIOD_MILLIS;
        Thread.sleep(Math.max(0, at - System.currentTimeMillis()));
      }
      publisher.flush();
    }
  }

  @Override
  public void close() throws InterruptedException {
    stopped = true;
    try {
      task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("samples could not be sent", e.getCause());
    }
  }
}
