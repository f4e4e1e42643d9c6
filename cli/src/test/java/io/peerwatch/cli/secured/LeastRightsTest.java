package io.peerwatch.cli.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peerwatch.schemas.access.Access;
import io.peerwatch.schemas.access.Right;
import io.peerwatch.schemas.apply.TopicLayout;
import io.peerwatch.schemas.apply.TopicsApply;
import io.peerwatch.schemas.topics.Topics;
import io.peerwatch.streams.run.StreamSettings;
import io.peerwatch.streams.run.StreamStartException;
import io.peerwatch.streams.run.StreamsRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stream asks for no right that Kafka would not refuse it for lacking: without our own check at
 * the start it ends soon without any of them, here one of twelve at random.
 */
class LeastRightsTest {
  @RegisterExtension static final SharedSecuredCluster CLUSTER = new SharedSecuredCluster();

  private static final int TAKEN_AWAY = 1;

  @TempDir static Path folder;

  @Test
  void shouldEndWithoutARightThatItNeeds() throws Exception {
    long seed = System.nanoTime();
    System.out.println("LeastRightsTest: seed " + seed);
    var random = new Random(seed);
    for (int time = 0; time < TAKEN_AWAY; time++) {
      String prefix = "least-" + time + ".";
      fill(prefix);
      List<Right> rights = Access.STREAM.rights(prefix);
      List<Right> needed = new ArrayList<>(rights);
      // Nothing is written there in 12 minutes in which no host is apart, every sample is believed
      // and no group is past its warming up.
      needed.removeIf(right -> isOn(right, Topics.HOST_ALERTS.in(prefix)));
      needed.removeIf(right -> isOn(right, Topics.REJECTED_RECORDS.in(prefix)));
      needed.removeIf(right -> isOn(right, Topics.BUDGET_LEDGER.in(prefix)));
      Collections.shuffle(needed, random);
      CLUSTER.get().grantOnly(rights.stream().filter(r -> !r.equals(needed.get(0))).toList());
      assertThat(failure(prefix)).as(needed.get(0).words()).containsIgnoringCase("authoriz");
    }
  }

  private static void fill(String prefix) {
    var open = CLUSTER.get().open(prefix);
    new TopicsApply(open, TopicLayout.LOCAL).run();
    new Attempt(
            "simulate demo --duration 12m",
            List.of(
                "--prefix=" + prefix,
                "--bootstrap-servers=" + open.bootstrapServers(),
                "--registry=" + open.registryUrl()))
        .run()
        .mustWork();
  }

  private static String failure(String prefix) {
    var settings =
        StreamSettings.of(
            CLUSTER.get().settingsByPassword(prefix), folder.resolve(prefix + "state"));
    try (var runner = new StreamsRunner(settings)) {
      runner.start();
      await().atMost(Duration.ofMinutes(3)).until(runner::failed);
      return runner.failure();
    } catch (KafkaException | StreamStartException refusedAtOnce) {
      return refusedAtOnce.getMessage();
    }
  }

  private static boolean isOn(Right right, String name) {
    return right.resource().name().equals(name);
  }
}
