package io.peerwatch.producers.agent.extra;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One run of a command in the system's shell. */
final class ShellRun {
  private static final int OUTPUT_BYTES_MAX = 64 * 1024;
  private static final long OUTPUT_PATIENCE_MILLIS = 500;
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private final Process process;
  private final Output output;

  private ShellRun(Process process) {
    this.process = process;
    this.output = new Output(process.getInputStream());
    output.setDaemon(true);
    output.start();
  }

  /** What it left behind. */
  record Result(int exitCode, List<String> lines) {}

  static ShellRun start(String command) throws IOException {
    var shell =
        WINDOWS
            ? new ProcessBuilder("cmd", "/c", command)
            : new ProcessBuilder("/bin/sh", "-c", command);
    shell.environment().put("LC_NUMERIC", "C"); // a point in numbers, not a comma
    return new ShellRun(
        shell
            .redirectInput(ProcessBuilder.Redirect.from(new File(WINDOWS ? "NUL" : "/dev/null")))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Waits for its end; empty when that did not come in time, and it was killed. */
  Optional<Result> await(Duration timeout) throws InterruptedException {
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      // What it left running may hold its output open for good.
      output.join(OUTPUT_PATIENCE_MILLIS);
      return Optional.of(new Result(process.exitValue(), output.lines()));
    } finally {
      kill();
    }
  }

  /** Ends it and all that it started. */
  void kill() {
    kill(process.toHandle());
  }

  /**
   * From the top: a shell whose command is killed goes on with the next one, as if the first had
   * failed. What it had started is asked for before, for it is nobody's child afterwards.
   */
  private static void kill(ProcessHandle started) {
    List<ProcessHandle> children = started.children().toList();
    started.destroyForcibly();
    children.forEach(ShellRun::kill);
  }

  /** Reads all, so that the command never waits for its reader, and keeps the beginning. */
  private static final class Output extends Thread {
    private final InputStream stream;
    private byte[] kept = new byte[0];

    Output(InputStream stream) {
      super("agent-command-output");
      this.stream = stream;
    }

    @Override
    public void run() {
      try (stream) {
        byte[] buffer = new byte[8 * 1024];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
          keep(buffer, read);
        }
      } catch (IOException e) {
        // The pipe of a command that was killed: what came until then is all there is.
      }
    }

    private synchronized void keep(byte[] buffer, int read) {
      int more = Math.min(read, OUTPUT_BYTES_MAX - kept.length);
      byte[] longer = Arrays.copyOf(kept, kept.length + more);
      System.arraycopy(buffer, 0, longer, kept.length, more);
      kept = longer;
    }

    synchronized List<String> lines() {
      return new String(kept, StandardCharsets.UTF_8).lines().toList();
    }
  }
}
