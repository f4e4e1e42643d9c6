package io.peerwatch.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Signals to a process of its own; {@code destroy} sends a SIGTERM. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class StopTest {

  /** A command that is told to stop, and says so, and then takes as many seconds as it is given. */
  static final class Command {
    public static void main(String[] seconds) throws InterruptedException {
      Stop stop = new Stop();
      stop.onShutdown();
      stop.listen();
      System.out.println("ready");
      stop.await();
      System.out.println("stopping");
      TimeUnit.SECONDS.sleep(Integer.parseInt(seconds[0]));
      stop.finish(0);
    }
  }

  @Test
  void shouldEndWithZeroWhenTheCommandHasFinishedItsWork() throws Exception {
    Process process = start(0);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).isEqualTo("ready");
    process.toHandle().destroy(); // Process.destroy() would close its output too
    assertThat(out.readLine()).isEqualTo("stopping");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void shouldEndAtOnceWhenAskedTwice() throws Exception {
    Process process = start(600);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).isEqualTo("ready");
    process.toHandle().destroy(); // Process.destroy() would close its output too
    assertThat(out.readLine()).isEqualTo("stopping");
    TimeUnit.MILLISECONDS.sleep(500);
    process.toHandle().destroy(); // Process.destroy() would close its output too
    assertThat(process.waitFor(15, TimeUnit.SECONDS)).as("less than the usual patience").isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
  }

  private static Process start(int seconds) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            Command.class.getName(),
            Integer.toString(seconds))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
