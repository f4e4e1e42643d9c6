package io.peerwatch.proof.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.local.LocalStartException;
import io.peerwatch.proof.QuietBrokers;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside a cluster that runs, another one may not take its ports or its data. */
class RefusedStartTest {
  @TempDir static Path folder;
  @TempDir Path otherFolder;

  private static LocalCluster running;

  @BeforeAll
  static void startTheFirst() {
    QuietBrokers.apply();
    running = LocalCluster.start(new LocalSettings(1, 0, 0, folder));
  }

  @AfterAll
  static void stopTheFirst() {
    running.close();
  }

  @Test
  void shouldNameTheTakenBrokerPort() {
    int taken = Integer.parseInt(running.bootstrapServers().split(":", -1)[1]);
    assertThatThrownBy(() -> LocalCluster.start(new LocalSettings(1, taken, 0, otherFolder)))
        .isInstanceOf(LocalStartException.class)
        .hasMessage(
            "port %d on 127.0.0.1 is taken; stop what uses it, or choose another with --port",
            taken);
  }

  @Test
  void shouldNameTheTakenRegistryPort() {
    int taken = URI.create(running.registryUrl()).getPort();
    assertThatThrownBy(() -> LocalCluster.start(new LocalSettings(1, 0, taken, otherFolder)))
        .isInstanceOf(LocalStartException.class)
        .hasMessage(
            "port %d on 127.0.0.1 is taken; stop what uses it, or choose another with --registry-port",
            taken);
  }

  @Test
  void shouldKeepASecondClusterOutOfTheFolderFromThisProcessAndFromAnother() throws Exception {
    // In this order: on POSIX systems a careless first try would let go of the lock.
    assertThatThrownBy(() -> LocalCluster.start(new LocalSettings(1, 0, 0, folder)))
        .isInstanceOf(LocalStartException.class)
        .hasMessageContaining("is in use by another Peerwatch");
    assertThat(SecondProcess.run(folder))
        .contains("the data folder " + folder + " is in use by another Peerwatch")
        .doesNotContain("started", "Exception");
  }
}
