package io.peerwatch.proof.stream;

import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsRunner;
import java.io.IOException;
import java.nio.file.Path;

/** The Streams application in a process of its own, so that it can be killed. */
final class StreamProcess implements AutoCloseable {
  private final ConnectionSettings connection;
  private final Path stateFolder;
  private Process process;

  StreamProcess(ConnectionSettings connection, Path stateFolder) {
    this.connection = connection;
    this.stateFolder = stateFolder;
  }

  public static void main(String[] args) throws Exception {
    var connection = ConnectionSettings.of(args[0], args[1], args[2]);
    try (var runner = new StreamsRunner(StreamSettings.of(connection, Path.of(args[3])))) {
      runner.start();
      runner.awaitEnd();
    }
  }

  StreamProcess start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StreamProcess.class.getName(),
                connection.bootstrapServers(),
                connection.registryUrl(),
                connection.prefix(),
                stateFolder.toString())
            .inheritIO()
            .start();
    return this;
  }

  /** As {@code kill -9} does: no hook runs, nothing is committed or closed. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
