package io.peerwatch.producers.agent.extra;

import io.peerwatch.producers.agent.notes.Notes;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A command that is run again and again on a thread of its own, so that no sample ever waits for
 * it. What it said holds until the next run has ended, and not longer than two runs may take.
 */
final class MetricsCommand implements ExtraSource {
  /** Monitoring plugins: 0 fine, 1 warning, 2 critical; 3 says that the plugin knows nothing. */
  private static final int EXIT_CODE_MAX = 2;

  private final NamedCommand command;
  private final Duration every;
  private final Duration timeout;
  private final Notes notes;
  private final ExtraRates rates;
  private final Thread runner;
  private volatile Said said = new Said(Map.of(), System.nanoTime());
  private final CountDownLatch firstRun = new CountDownLatch(1);
  private volatile boolean closed;

  MetricsCommand(NamedCommand command, Duration every, Duration timeout, Notes notes) {
    this.command = command;
    this.every = every;
    this.timeout = timeout;
    this.notes = notes;
    this.rates = new ExtraRates(command.label(), notes);
    this.runner = new Thread(this::runAgainAndAgain, "agent-command");
    runner.setDaemon(true);
    runner.start();
  }

  private record Said(Map<String, Double> values, long nanos) {}

  @Override
  public Map<String, Double> read() {
    Said last = said;
    long holdsNanos = every.plus(timeout).multipliedBy(2).toNanos();
    return System.nanoTime() - last.nanos() <= holdsNanos ? last.values() : Map.of();
  }

  @Override
  public long badLines() {
    return rates.badLines();
  }

  @Override
  public void awaitFirst() throws InterruptedException {
    firstRun.await(timeout.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Kills what runs. */
  @Override
  public void close() {
    closed = true;
    runner.interrupt();
    try {
      runner.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void runAgainAndAgain() {
    try {
      while (!closed) {
        long start = System.nanoTime();
        runOnce();
        firstRun.countDown();
        long left = every.toNanos() - (System.nanoTime() - start);
        TimeUnit.NANOSECONDS.sleep(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void runOnce() throws InterruptedException {
    try {
      Optional<ShellRun.Result> result = ShellRun.start(command.command()).await(timeout);
      if (result.isEmpty()) {
        failed("killed, since it took longer than %d s".formatted(timeout.toSeconds()));
      } else if (result.get().exitCode() > EXIT_CODE_MAX) {
        failed("it ended with exit code " + result.get().exitCode());
      } else {
        take(result.get());
      }
    } catch (IOException e) {
      failed(e.getMessage());
    }
  }

  private void take(ShellRun.Result result) {
    long now = System.nanoTime();
    var text = MetricText.ofOutput(command.name(), result.lines());
    said = new Said(rates.values(now, text), now);
    if (text.quantities().isEmpty()) {
      failed("its output has no metrics");
    } else {
      notes.over(command.label());
    }
  }

  private void failed(String reason) {
    notes.once(command.label(), command.label() + " left out: " + reason);
  }
}
