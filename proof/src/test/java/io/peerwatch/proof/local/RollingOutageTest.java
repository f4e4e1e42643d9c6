package io.peerwatch.proof.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.consumers.feed.TopicFeed;
import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.producers.replay.ReplaySummary;
import io.peerwatch.proof.QuietBrokers;
import io.peerwatch.proof.stream.CommittedRecords;
import io.peerwatch.proof.stream.UndisturbedRun;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.settings.ConnectionSettings;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamsRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three brokers, each of which goes away without a word and comes back, one after the other, while
 * samples are published, judged and read: all of them once, and the same episodes as without
 * brokers.
 */
@Timeout(300)
class RollingOutageTest {
  private static final TopicLayout THREE_COPIES =
      new TopicLayout(OptionalInt.of(2), OptionalInt.of(3), true);

  /** The controller among them, whichever that is: all three have their turn. */
  private static final int BROKERS = 3;

  /** The common pool may have one thread, which the reader keeps for itself. */
  private static final Executor THREAD_EACH = task -> new Thread(task).start();

  /**
   * Publishing takes 48 seconds, and is to go on while the last broker is away: about twenty of
   * them on a quiet machine, thirty on a busy one.
   */
  private static final double FASTER = 300;

  private static final Duration AWAY = Duration.ofSeconds(4);
  private static final Duration CATCH_UP_MAX = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private UndisturbedRun undisturbed;

  @BeforeAll
  static void quietBrokers() {
    QuietBrokers.apply();
  }

  @BeforeEach
  void backtest() throws IOException {
    undisturbed = UndisturbedRun.in(folder);
  }

  @Test
  void shouldLoseAndDoubleNothingWhileEachBrokerInTurnIsAway() throws Exception {
    var settings =
        new LocalSettings(
            BROKERS,
            0,
            0,
            folder.resolve("data"),
            List.of(),
            Map.of("controlled.shutdown.enable", "false"));
    try (LocalCluster cluster = LocalCluster.start(settings)) {
      var connection =
          ConnectionSettings.of(cluster.bootstrapServers(), cluster.registryUrl(), "rolling.");
      new TopicsApply(connection, THREE_COPIES).run();
      List<HostAlert> notified = new CopyOnWriteArrayList<>();
      try (var runner = new StreamsRunner(StreamSettings.of(connection, folder.resolve("state")));
          var feed = new TopicFeed<>(connection, Topics.HOST_ALERTS, problem -> {})) {
        feed.start(true);
        var reading = CompletableFuture.runAsync(() -> feed.run(notified::add), THREAD_EACH);
        runner.start();
        var replay =
            CompletableFuture.supplyAsync(
                () -> undisturbed.publish(connection, FASTER), THREAD_EACH);
        KafkaTraffic traffic = new KafkaTraffic(cluster.bootstrapServers());
        for (int id = 1; id <= BROKERS; id++) {
          cluster.stopBroker(id);
          Thread.sleep(AWAY.toMillis());
          assertThat(replay).as("still publishing").isNotCompleted();
          cluster.startBroker(id);
          await()
              .atMost(CATCH_UP_MAX)
              .until(
                  () -> traffic.inSyncReplicas(connection.topic(Topics.HOST_SAMPLES)) == BROKERS);
        }
        ReplaySummary published = replay.join();
        assertThat(samples(connection)).hasSize((int) published.acknowledged());
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> CommittedRecords.verdicts(connection).size() >= undisturbed.windows() - 2);
        assertThat(runner.failure()).isNull();
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> notified.size() >= CommittedRecords.alerts(connection).size());
        feed.stop();
        reading.join();
      }
      assertThat(samples(connection)).doesNotHaveDuplicates();
      assertThat(CommittedRecords.verdicts(connection))
          .extracting(UndisturbedRun::key)
          .doesNotHaveDuplicates();
      assertThat(UndisturbedRun.episodes(CommittedRecords.alerts(connection)))
          .isEqualTo(undisturbed.episodes());
      assertThat(UndisturbedRun.episodes(notified)).isEqualTo(undisturbed.episodes());
    }
  }

  private static List<String> samples(ConnectionSettings connection) {
    return CommittedRecords.samples(connection).stream().map(RollingOutageTest::key).toList();
  }

  private static String key(HostSample sample) {
    return sample.getHost() + " " + sample.getTimestamp();
  }
}
