package io.peerwatch.proof.bench.pipeline.seat;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.contestant.RunOrder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** In a process of its own, of this Java and class path. */
public final class ForkedSeat implements Seat {
  private final Contestant contestant;
  private final Path log;
  private final Process process;
  private final PrintWriter commands;
  private final BufferedReader answers;

  /**
   * @param heapBytes the most that the process may use for objects
   * @param log where its standard error goes
   */
  public ForkedSeat(Contestant contestant, long heapBytes, Path log) {
    this.contestant = contestant;
    this.log = log;
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx" + (heapBytes >> 20) + "m",
                  "-XX:+UseG1GC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ContestantProcess.class.getName(),
                  contestant.name())
              .redirectError(log.toFile())
              .start();
    } catch (IOException e) {
      throw new BenchException("no process for " + contestant.title() + ": " + e.getMessage(), e);
    }
    commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    requireReady(answer());
  }

  @Override
  public void start(RunOrder order) {
    tell(ContestantProcess.start(order));
  }

  @Override
  public void requireWell() {
    tell("well");
  }

  @Override
  public void awaitRunning(Duration atMost) {
    tell("running\t" + atMost.toMillis());
  }

  @Override
  public RunFigures figures() {
    commands.println("figures");
    return RunFigures.parse(requireDone(answer()));
  }

  @Override
  public void stop() {
    tell("stop");
  }

  @Override
  public void profile() {
    tell("profile");
  }

  @Override
  public void endProfile(Path file) {
    tell("end-profile\t" + file.toAbsolutePath());
  }

  private void tell(String command) {
    commands.println(command);
    requireReady(answer());
  }

  private String answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new BenchException(
            "the process of %s ended: %s".formatted(contestant.title(), lastWords()));
      }
      return line;
    } catch (IOException e) {
      throw new BenchException(
          "the process of %s cannot be heard: %s".formatted(contestant.title(), e.getMessage()), e);
    }
  }

  private String requireDone(String answer) {
    if (answer.startsWith("failed ")) {
      throw new BenchException(answer.substring("failed ".length()));
    }
    return answer;
  }

  private void requireReady(String answer) {
    if (!requireDone(answer).equals(ContestantProcess.READY)) {
      throw new BenchException("the process of " + contestant.title() + " said: " + answer);
    }
  }

  private String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
