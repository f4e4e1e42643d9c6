package io.peerwatch.proof.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.proof.SharedCluster;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.avro.GroupVerdict;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The same samples, over a real broker and over none, with a process that is killed on the way. */
class StreamEqualsBacktestTest {
  @RegisterExtension static final SharedCluster CLUSTER = new SharedCluster();

  private static final TopicLayout FOR_EVER =
      new TopicLayout(OptionalInt.of(2), OptionalInt.of(1), true);

  @TempDir private Path folder;
  private ConnectionSettings connection;
  private UndisturbedRun undisturbed;

  @BeforeEach
  void backtest() throws IOException {
    connection = CLUSTER.newConnection();
    new TopicsApply(connection, FOR_EVER).run();
    undisturbed = UndisturbedRun.in(folder);
  }

  @Test
  void shouldGiveTheVerySameEpisodesAlsoWhenItIsKilledTwiceOnTheWay() throws Exception {
    try (var stream = new StreamProcess(connection, folder.resolve("state")).start()) {
      Thread replay = replayInBackground(2_000);
      awaitVerdicts(undisturbed.windows() / 5);
      stream.kill();
      stream.start();
      awaitVerdicts(undisturbed.windows() / 2);
      stream.kill();
      stream.start();
      replay.join();
      // The last window of each group may still wait for the ticks that follow the last record.
      awaitVerdicts(undisturbed.windows() - 2);
      assertThat(verdicts()).extracting(UndisturbedRun::key).doesNotHaveDuplicates();
      assertThat(UndisturbedRun.episodes(CommittedRecords.alerts(connection)))
          .isEqualTo(undisturbed.episodes());
    }
  }

  /** Faster than real time by the factor, so that the kills fall into the middle of windows. */
  private Thread replayInBackground(double factor) {
    Thread thread = new Thread(() -> undisturbed.publish(connection, factor));
    thread.start();
    return thread;
  }

  private void awaitVerdicts(long count) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> verdicts().size() >= count);
  }

  private List<GroupVerdict> verdicts() {
    return CommittedRecords.verdicts(connection);
  }
}
