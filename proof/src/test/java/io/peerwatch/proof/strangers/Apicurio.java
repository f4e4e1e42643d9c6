package io.peerwatch.proof.strangers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.local.broker.LocalPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Apicurio registry in a process of its own, its data in memory: a server of Confluent's
 * protocol that shares no line with ours.
 */
final class Apicurio implements AutoCloseable {
  private static final Duration START_MAX = Duration.ofMinutes(2);

  private final Process process;
  private final String url;

  private Apicurio(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** What the build found in Maven's local repository; empty if nobody fetched it. */
  static Optional<Path> archive() {
    return Optional.ofNullable(System.getProperty("peerwatch.apicurio"))
        .map(Path::of)
        .filter(Files::exists);
  }

  /** Returns when it answers. */
  static Apicurio start(Path archive, Path folder) throws IOException, InterruptedException {
    assertThat(
            new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString()).start())
        .returns(0, Apicurio::exitValue);
    List<Integer> ports = List.copyOf(LocalPorts.free(2, Set.of()));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dquarkus.http.host=" + LocalPorts.HOST,
                "-Dquarkus.http.port=" + ports.get(0),
                "-Dquarkus.management.host=" + LocalPorts.HOST,
                "-Dquarkus.management.port=" + ports.get(1),
                "-jar",
                runner(folder).toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    String url = "http://%s:%d/apis/ccompat/v7".formatted(LocalPorts.HOST, ports.get(0));
    var apicurio = new Apicurio(process, url);
    await().atMost(START_MAX).until(apicurio::answers);
    return apicurio;
  }

  /** Where it speaks Confluent's protocol. */
  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private boolean answers() throws InterruptedException {
    assertThat(process.isAlive()).as("the registry's process lives").isTrue();
    var question = HttpRequest.newBuilder(URI.create(url + "/subjects")).build();
    try {
      return HttpClient.newHttpClient()
              .send(question, HttpResponse.BodyHandlers.ofString())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Path runner(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static int exitValue(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
