package io.peerwatch.proof.local;

import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.local.LocalStartException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that wants the same data folder: prints why it can't have it. */
final class SecondProcess {
  private SecondProcess() {}

  public static void main(String[] folder) {
    try (LocalCluster cluster =
        LocalCluster.start(new LocalSettings(1, 0, 0, Path.of(folder[0])))) {
      System.out.println("started on " + cluster.bootstrapServers());
    } catch (LocalStartException refused) {
      System.out.println(refused.getMessage());
    }
  }

  /** What it printed. */
  static String run(Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                SecondProcess.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }
}
