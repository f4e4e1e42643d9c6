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
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that do not exist, through a real broker and back. */
class CanaryTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  private static final List<String> ALL_PARTITIONS =
      IntStream.range(0, 4).mapToObj(partition -> CanaryGroups.on(partition, 4)).toList();

  @TempDir private Path folder;

  @Test
  void shouldComeBackFromEveryPartitionAndBeNobodysTrouble() throws Exception {
    ConnectionSettings connection = CLUSTER.newConnection();
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    Queue<Long> measured = new ConcurrentLinkedQueue<>();
    RoundTrips trips = new RoundTrips(measured::add, System::nanoTime);
    try (var runner = new StreamsRunner(secondsWindows(connection))) {
      runner.start();
      assertThat(runner.awaitRunning(Duration.ofMinutes(2))).isTrue();
      Canary canary =
          new Canary(
              connection,
              trips,
              () -> runner.vitals().counts().readUpTo().keySet(),
              runner.partitions(),
              Duration.ofSeconds(1));
      try (canary) {
        canary.start();
        await().atMost(Duration.ofMinutes(2)).until(() -> measured.size() >= 8);
        // Eight may be of three partitions, where the fourth is slower.
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> groups(connection).containsAll(ALL_PARTITIONS));
      }
    }
    assertThat(measured).allSatisfy(nanos -> assertThat(nanos).isBetween(1L, 20_000_000_000L));
    assertThat(trips.samplesFailed()).isZero();
    assertThat(groups(connection)).allMatch(CanaryGroups::is).containsAll(ALL_PARTITIONS);
    assertThat(CommittedRecords.alerts(connection)).isEmpty();
    assertThat(CommittedRecords.rejected(connection)).isEmpty();
  }

  private static List<String> groups(ConnectionSettings connection) {
    return CommittedRecords.verdicts(connection).stream().map(GroupVerdict::getGroup).toList();
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
