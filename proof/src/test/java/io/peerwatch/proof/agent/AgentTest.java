package io.peerwatch.proof.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.detection.window.WindowSettings;
import io.peerwatch.producers.agent.AgentRun;
import io.peerwatch.producers.agent.HostAgentSettings;
import io.peerwatch.producers.publish.StoppableClock;
import io.peerwatch.proof.SharedCluster;
import io.peerwatch.proof.stream.CommittedRecords;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.avro.GroupState;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.avro.NotJudgedReason;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** This very machine, measured and published, with nobody to be compared with. */
class AgentTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  @TempDir private Path folder;

  @Test
  void shouldShowThisMachineAsNotJudgedSinceItHasNoPeers() throws Exception {
    ConnectionSettings connection = CLUSTER.newConnection();
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    var clock = new StoppableClock();
    var agent = HostAgentSettings.of(Optional.of("mine"), Optional.of("me"), Duration.ofSeconds(1));
    Thread sampling = new Thread(() -> new AgentRun(agent, note -> {}, clock).publish(connection));
    sampling.start();
    try (var runner = new StreamsRunner(secondsWindows(connection))) {
      runner.start();
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> CommittedRecords.verdicts(connection).size() >= 2);
    } finally {
      clock.stop();
      sampling.join();
    }
    List<GroupVerdict> verdicts = CommittedRecords.verdicts(connection);
    assertThat(verdicts).extracting(GroupVerdict::getGroup).containsOnly("mine");
    assertThat(verdicts).extracting(GroupVerdict::getState).containsOnly(GroupState.NOT_JUDGED);
    assertThat(verdicts).extracting(GroupVerdict::getReason).containsOnly(NotJudgedReason.NO_PEERS);
  }

  private StreamSettings secondsWindows(ConnectionSettings connection) {
    return new StreamSettings(
        connection,
        WindowSettings.of(Duration.ofSeconds(5), Duration.ofSeconds(1)),
        1,
        null,
        folder,
        1,
        Optional.empty(),
        StreamSettings.COMMIT_INTERVAL);
  }
}
