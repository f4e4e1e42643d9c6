package io.peerwatch.proof.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.local.LocalCluster;
import io.peerwatch.local.LocalSettings;
import io.peerwatch.producers.agent.AgentRun;
import io.peerwatch.producers.agent.AgentSummary;
import io.peerwatch.producers.agent.BufferBounds;
import io.peerwatch.producers.agent.HostAgentSettings;
import io.peerwatch.producers.agent.Scope;
import io.peerwatch.producers.agent.extra.ExtraSettings;
import io.peerwatch.producers.publish.StoppableClock;
import io.peerwatch.proof.QuietBrokers;
import io.peerwatch.proof.stream.CommittedRecords;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.avro.HostSample;
import io.peerwatch.schemas.settings.ConnectionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The agent's promise over an outage that is longer than its buffer, with a real broker. */
@Timeout(300)
class AgentOutageTest {
  private static final int BUFFER_SAMPLES = 4;
  private static final int SAMPLED_IN_OUTAGE = 10;

  /** Seconds on a machine that has nothing else to do. */
  private static final Duration BUSY_MAX = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final StoppableClock clock = new StoppableClock();

  @BeforeAll
  static void quietBrokers() {
    QuietBrokers.apply();
  }

  @Test
  void shouldDeliverAllBeforeAnOutageAndExactlyTheNewestAfterItEachOnceAndInOrder()
      throws Exception {
    try (LocalCluster cluster = LocalCluster.start(new LocalSettings(1, 0, 0, folder))) {
      ConnectionSettings connection = connection(cluster);
      CompletableFuture<AgentSummary> agent = start(connection);
      await().atMost(BUSY_MAX).until(() -> samples(connection).size() >= 3);

      cluster.stopBroker(1);
      TimeUnit.SECONDS.sleep(SAMPLED_IN_OUTAGE);
      await("still sampling").atMost(BUSY_MAX).until(() -> hasTold(0, "samples lost: "));
      assertThat(told).anyMatch(note -> note.contains("takes no samples"));
      int toldBefore = told.size(); // a slow start may have been taken for an outage
      cluster.startBroker(1);
      await().atMost(BUSY_MAX).until(() -> hasTold(toldBefore, "takes samples again"));
      TimeUnit.SECONDS.sleep(2);
      clock.stop();
      AgentSummary summary = agent.get(30, TimeUnit.SECONDS);

      List<Long> arrived = samples(connection);
      assertThat(summary.dropped()).isPositive();
      assertThat(summary.refused()).isZero();
      assertThat(summary.unsent()).isZero();
      assertThat(summary.sampled()).isEqualTo(summary.acknowledged() + summary.dropped());
      assertThat(arrived).hasSize((int) summary.acknowledged()).isSorted().doesNotHaveDuplicates();
      List<Long> gaps = gaps(arrived);
      assertThat(gaps.stream().mapToLong(gap -> gap).sum())
          .as("missing is what was counted: %s", gaps)
          .isEqualTo(summary.dropped() + summary.skipped());
      assertThat(Collections.max(gaps))
          .as("the oldest that waited are one gap: %s", gaps)
          .isGreaterThanOrEqualTo(summary.dropped());
      assertThat(gaps)
          .as("no other gap, unless this machine was too busy for an instant")
          .hasSizeLessThanOrEqualTo(1 + (int) summary.skipped());
    }
  }

  @Test
  void shouldSendWhatWaitsAtTheEndOrSayHowManyItCouldNot() throws Exception {
    CompletableFuture<AgentSummary> agent;
    try (LocalCluster cluster = LocalCluster.start(new LocalSettings(1, 0, 0, folder))) {
      ConnectionSettings connection = connection(cluster);
      agent = start(connection);
      await().atMost(BUSY_MAX).until(() -> samples(connection).size() >= 2);
    }
    TimeUnit.SECONDS.sleep(3);
    long start = System.nanoTime();
    clock.stop();
    AgentSummary summary = agent.get(30, TimeUnit.SECONDS);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(AgentRun.STOP_PATIENCE.plusSeconds(10));
    assertThat(summary.lost()).isPositive();
    assertThat(summary.sampled()).isEqualTo(summary.acknowledged() + summary.lost());
  }

  private boolean hasTold(int from, String words) {
    return told.stream().skip(from).anyMatch(note -> note.contains(words));
  }

  private static ConnectionSettings connection(LocalCluster cluster) {
    var connection =
        ConnectionSettings.of(cluster.bootstrapServers(), cluster.registryUrl(), "outage.");
    new TopicsApply(connection, TopicLayout.LOCAL).run();
    return connection;
  }

  private CompletableFuture<AgentSummary> start(ConnectionSettings connection) {
    var settings =
        new HostAgentSettings(
            Optional.of("web"),
            Optional.of("web-01"),
            Duration.ofSeconds(1),
            new BufferBounds(BUFFER_SAMPLES, BufferBounds.BYTES_MAX_DEFAULT),
            ExtraSettings.none(),
            Scope.AUTO);
    return CompletableFuture.supplyAsync(
        () -> new AgentRun(settings, told::add, clock).publish(connection),
        task -> new Thread(task, "agent").start());
  }

  private static List<Long> samples(ConnectionSettings connection) {
    return CommittedRecords.samples(connection).stream()
        .map(HostSample::getTimestamp)
        .map(instant -> instant.toEpochMilli())
        .toList();
  }

  /** How many seconds are missing, at each place where some are. */
  private static List<Long> gaps(List<Long> epochMillis) {
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < epochMillis.size(); i++) {
      long missing = (epochMillis.get(i) - epochMillis.get(i - 1)) / 1_000 - 1;
      if (missing > 0) {
        gaps.add(missing);
      }
    }
    return gaps;
  }
}
