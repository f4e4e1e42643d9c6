package io.peerwatch.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.peerwatch.cli.log.Logging;
import io.peerwatch.cli.run.CommandFailedException;
import io.peerwatch.cli.run.Session;
import io.peerwatch.cli.terminal.ProgressDisplay;
import io.peerwatch.local.LocalLogs;
import io.peerwatch.proof.bench.pipeline.seat.BenchException;
import io.peerwatch.schemas.progress.Progress;
import java.nio.file.Path;

/** A measurement on a broker of its own, which somebody may stop before its end. */
final class BenchRun {

  /** Measures, and returns the figures as JSON. */
  interface Measurement {
    JsonNode run(Progress progress) throws InterruptedException;
  }

  private final Session session;

  BenchRun(Session session) {
    this.session = session;
  }

  /**
   * @throws CommandFailedException when it fails or is stopped: then there are no figures
   */
  JsonNode measured(Measurement measurement) {
    Logging.quieten(LocalLogs.LEVELS);
    session.stop().listen();
    Thread bench = Thread.currentThread();
    session.stop().whenRequested(bench::interrupt);
    try (ProgressDisplay progress = session.terminal().progress()) {
      return measurement.run(progress);
    } catch (InterruptedException e) {
      throw stopped(e);
    } catch (RuntimeException e) { // clients that are interrupted throw whatever comes
      if (session.stop().isRequested()) {
        throw stopped(e);
      }
      throw e instanceof BenchException failed
          ? new CommandFailedException(failed.getMessage(), failed)
          : e;
    }
  }

  /**
   * Writes the figures to a file, and says so.
   *
   * @param file null when nothing is to be written
   */
  void keep(JsonNode figures, Path file) {
    FigureFiles.write(file, figures);
    if (file != null) {
      session.terminal().line("figures are in " + file);
    }
  }

  private static CommandFailedException stopped(Exception cause) {
    return new CommandFailedException("stopped before the end: no figures", cause);
  }
}
