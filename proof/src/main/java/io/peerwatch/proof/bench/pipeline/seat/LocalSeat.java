package io.peerwatch.proof.bench.pipeline.seat;

import io.peerwatch.proof.bench.pipeline.contestant.ContestantRun;
import io.peerwatch.proof.bench.pipeline.contestant.FirstRead;
import io.peerwatch.proof.bench.pipeline.contestant.RunOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/** In this process. */
public final class LocalSeat implements Seat {
  private RunOrder order;
  private ContestantRun run;
  private Recording recording;

  @Override
  public void start(RunOrder next) {
    order = next;
    run = next.open();
  }

  @Override
  public void requireWell() {
    if (run.failure() != null) {
      throw new BenchException(order.contestant().title() + " failed: " + run.failure());
    }
  }

  @Override
  public void awaitRunning(Duration atMost) {
    try {
      if (!run.awaitRunning(atMost)) {
        requireWell();
        throw new BenchException(
            "%s does not run after %d s".formatted(order.contestant().title(), atMost.toSeconds()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("stopped while " + order.contestant().title() + " started", e);
    }
  }

  @Override
  public RunFigures figures() {
    requireWell();
    FirstRead.Seen seen = FirstRead.of(order.run());
    long cpuNanos = seen.cpuNanosSince();
    long compileMillis = seen.compileMillisSince();
    return new RunFigures(
        run.samples(),
        run.lateSamples(),
        seen.samples(),
        seen.firstAtMillis(),
        cpuNanos,
        compileMillis,
        liveHeapBytes());
  }

  private static long liveHeapBytes() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  @Override
  public void stop() {
    run.close();
    run = null;
  }

  @Override
  public void profile() {
    try (Recording before = recording) { // ends when the next has begun, so that one always goes on
      recording = new Recording(Configuration.getConfiguration("profile"));
      recording.start();
    } catch (IOException | ParseException e) {
      throw new BenchException("this Java cannot record: " + e.getMessage(), e);
    }
  }

  @Override
  public void endProfile(Path file) {
    try (Recording ended = recording) {
      ended.stop();
      ended.dump(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public void close() {
    if (run != null) {
      stop();
    }
  }
}
