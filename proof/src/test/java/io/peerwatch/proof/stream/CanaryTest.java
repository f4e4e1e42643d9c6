package io.peerwatch.proof.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.proof.SharedCluster;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.CanaryGroups;
import io.peerwatch.streams.canary.Canary;
import io.peerwatch.streams.canary.RoundTrips;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that do not exist, through a real broker and back. */
class CanaryTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  @TempDir private Path folder;

  @Test
  void shouldComeBackFromEveryPartitionAndBeNobodysTrouble() throws Exception {
    ConnectionSettings connection = CLUSTER.newConnection();
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    Queue<Long> measured = new ConcurrentLinkedQueue<>();
    RoundTrips trips = new RoundTrips(measured::add, System::nanoTime);
    try (var runner = new StreamsRunner(secondsWindows(connection))) {
      runner.start();
      assertThat(runner.awaitRunning(Duration.ofMinutes(1))).isTrue();
      Canary canary =
          new Canary(
              connection,
              trips,
              () -> runner.vitals().counts().readUpTo().keySet(),
              runner.partitions(),
              Duration.ofSeconds(1));
      try (canary) {
        canary.start();
        await().atMost(Duration.ofMinutes(1)).until(() -> measured.size() >= 8);
      }
    }
    assertThat(measured).allSatisfy(nanos -> assertThat(nanos).isBetween(1L, 20_000_000_000L));
    assertThat(trips.samplesFailed()).isZero();
    assertThat(CommittedRecords.verdicts(connection))
        .extracting(GroupVerdict::getGroup)
        .allMatch(CanaryGroups::is)
        .contains(
            CanaryGroups.on(0, 4),
            CanaryGroups.on(1, 4),
            CanaryGroups.on(2, 4),
            CanaryGroups.on(3, 4));
    assertThat(CommittedRecords.alerts(connection)).isEmpty();
    assertThat(CommittedRecords.rejected(connection)).isEmpty();
  }

  private StreamSettings secondsWindows(ConnectionSettings connection) {
    return new StreamSettings(
        connection,
        WindowSettings.of(Duration.ofSeconds(4), Duration.ofSeconds(1)),
        1,
        null,
        folder,
        1,
        Optional.empty(),
        StreamSettings.COMMIT_INTERVAL);
  }
}
