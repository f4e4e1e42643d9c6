package io.peerwatch.proof.faults.lab;

import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The Streams application in a process of its own; ends well on SIGTERM, with 1 when it gave up.
 */
final class StreamMain {
  private StreamMain() {}

  /** What it is told: broker, registry, prefix, folder, window and grace in ms, instance or -. */
  public static void main(String[] arguments) throws InterruptedException {
    var windows =
        WindowSettings.of(
            Duration.ofMillis(Long.parseLong(arguments[4])),
            Duration.ofMillis(Long.parseLong(arguments[5])));
    var settings =
        new StreamSettings(
            ConnectionSettings.of(arguments[0], arguments[1], arguments[2]),
            windows,
            DetectionSettings.FALSE_ALARMS_PER_WEEK,
            null,
            Path.of(arguments[3]),
            1,
            arguments[6].equals("-") ? Optional.empty() : Optional.of(arguments[6]),
            StreamSettings.COMMIT_INTERVAL);
    StreamsRunner runner = new StreamsRunner(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
    runner.start();
    runner.awaitEnd();
    if (runner.failed()) {
      System.err.println("gave up: " + runner.failure());
      Runtime.getRuntime().halt(1);
    }
  }
}
