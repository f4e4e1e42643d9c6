package io.peerwatch.producers.replay;

import io.peerwatch.producers.publish.PacingClock;
import io.peerwatch.producers.publish.SamplePublisher;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.csv.BadLine;
import io.peerwatch.schemas.csv.RecordedSamples;
import io.peerwatch.schemas.progress.Progress;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Publishes recorded samples in the order of the files, at the pace of their times.
 *
 * <p>The files are read twice: once to see that they can be, and once to publish them.
 */
public final class Replay {
  private final ReplaySettings settings;
  private final Consumer<BadLine> onBadLine;
  private final Progress progress;
  private final PacingClock clock;
  private long played;

  /**
   * @param onBadLine told of every malformed line that is skipped
   */
  public Replay(
      ReplaySettings settings, Consumer<BadLine> onBadLine, Progress progress, PacingClock clock) {
    this.settings = settings;
    this.onBadLine = onBadLine;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Publishes everything; ends when the files do, every sample then being acknowledged, or when the
   * clock is stopped.
   *
   * @throws IOException when the files can't be read; the message is one line for the user
   * @throws ReplayException when there is nothing to replay, or kept times would be deleted
   */
  public ReplaySummary publish(ConnectionSettings connection) throws IOException {
    Recording recording = Recording.scan(settings);
    if (settings.times() == Times.KEEP) {
      Retention.ask(connection).requireKept(recording.oldestMillis(), clock.millis());
    }
    try (var publisher = new SamplePublisher(connection, clock::stopped)) {
      long badLines = play(recording, publisher::publish);
      publisher.flush();
      return new ReplaySummary(played, publisher.acknowledged(), badLines);
    }
  }

  /** Hands every sample on when it is due; the malformed lines. */
  long play(Recording recording, Consumer<HostSample> sink) throws IOException {
    ReplayTimes times = ReplayTimes.of(recording, settings, clock.millis());
    played = 0;
    var samples = new RecordedSamples(settings.files(), settings.badLinesMax(), onBadLine);
    samples.forEachWhile(
        sample -> {
          clock.await(times.dueMillis(sample.getTimestamp().toEpochMilli()));
          if (clock.stopped()) {
            return false;
          }
          sink.accept(shifted(sample, times.shiftMillis()));
          progress.report("replaying", ++played, recording.samples());
          return true;
        });
    return samples.badLines();
  }

  private static HostSample shifted(HostSample sample, long shiftMillis) {
    return shiftMillis == 0
        ? sample
        : new HostSample(
            sample.getHost(),
            sample.getGroup(),
            sample.getTimestamp().plusMillis(shiftMillis),
            sample.getMetrics(),
            sample.getAttributes());
  }
}
