package io.peerwatch.proof.faults.lab;

import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamStartException;
import io.peerwatch.streams.run.StreamsRunner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Scanner;

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
    try {
      runner.start();
    } catch (StreamStartException e) {
      giveUp(e.getMessage());
    }
    tellMemoryWhenAsked();
    runner.awaitEnd();
    if (runner.failed()) {
      giveUp(runner.failure());
    }
  }

  private static void giveUp(String why) {
    System.err.println("gave up: " + why);
    Runtime.getRuntime().halt(1);
  }

  /** Each line of input is answered with the bytes of the heap that live. */
  private static void tellMemoryWhenAsked() {
    Thread thread =
        new Thread(
            () -> {
              Scanner asked = new Scanner(System.in, StandardCharsets.UTF_8);
              while (asked.hasNextLine()) {
                asked.nextLine();
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                long bytes = runtime.totalMemory() - runtime.freeMemory();
                System.out.println(StreamInstance.HEAP_BYTES + bytes);
              }
            },
            "memory");
    thread.setDaemon(true);
    thread.start();
  }
}
