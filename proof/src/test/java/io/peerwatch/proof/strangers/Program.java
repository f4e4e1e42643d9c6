package io.peerwatch.proof.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Somebody else's program, run to its end. */
final class Program {
  private static final long SECONDS_MAX = 60;
  private static final Path RESOURCES = Path.of("src/test/resources/strangers");

  private final List<String> command;

  private Program(List<String> command) {
    this.command = command;
  }

  /** Empty if there is none, or it does not even tell its version. */
  static Optional<Program> kcat() {
    return Optional.of(new Program(List.of("kcat"))).filter(kcat -> kcat.works("-V"));
  }

  /** Prometheus' own checker of its files; where it is, its server is too. */
  static Optional<Program> promtool() {
    return Optional.of(new Program(List.of("promtool"))).filter(tool -> tool.works("--version"));
  }

  /** The Python that has Confluent's client; Debian's is asked before another on the path. */
  static Optional<Program> python() {
    return Stream.of("/usr/bin/python3", "python3")
        .map(python -> new Program(List.of(python)))
        .filter(python -> python.works("-c", "import confluent_kafka.avro, avro, requests"))
        .findFirst();
  }

  /** One of the scripts among the tests' resources. */
  Program script(String name) {
    return with(RESOURCES.resolve(name).toString());
  }

  /** What it printed, line by line; it must have ended well. */
  List<String> run(String... arguments) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("peerwatch-program", ".err");
    try {
      Process process =
          new ProcessBuilder(with(arguments).command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).as("ends in time").isTrue();
      assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
      return printed.lines().toList();
    } finally {
      Files.delete(errors);
    }
  }

  private Program with(String... arguments) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(arguments));
    return new Program(whole);
  }

  private boolean works(String... arguments) {
    try {
      return new ProcessBuilder(with(arguments).command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
