package io.peerwatch.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.proof.QuietBrokers;
import io.peerwatch.proof.faults.lab.Laboratory;
import io.peerwatch.proof.faults.live.Failover;
import io.peerwatch.proof.faults.load.UnderLoad;
import io.peerwatch.proof.faults.poison.Poison;
import io.peerwatch.schemas.progress.Progress;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A few of the faults of {@code peerwatch faults}, smaller. */
@Timeout(300)
class FaultsTest {
  private static final long SEED = 20261123;
  private static final int GROUPS = 2;

  private static Laboratory laboratory;

  @BeforeAll
  static void startCluster() throws Exception {
    QuietBrokers.apply();
    laboratory = Laboratory.start(SEED, Progress.NONE);
  }

  @AfterAll
  static void stopCluster() throws Exception {
    laboratory.close();
  }

  /** A minute and more: {@code mvn -pl proof -am verify -Dpeerwatch.faults=true}. */
  @Test
  @EnabledIfSystemProperty(named = "peerwatch.faults", matches = "true")
  void shouldEqualTheUndisturbedRunWhenKilledTwiceAndPoisoned() throws Exception {
    var load = new UnderLoad(GROUPS, 2, false, Duration.ofSeconds(150), 6);
    Outcome outcome =
        load.run(
            laboratory,
            scene -> {
              Poison.amid("group-a", 1).disturb(scene);
              Disturbances.kills(2).disturb(scene);
            });
    assertThat(outcome.broken()).isEmpty();
  }

  /**
   * The fifteen seconds that are promised are for {@code peerwatch faults failover} on a machine of
   * its own; here twice as many tell our session timeout from Kafka's, also on one that is busy.
   */
  @Test
  void shouldJudgeAgainSoonAfterAKill() throws Exception {
    Outcome outcome = Failover.run(laboratory, 1, Duration.ofSeconds(30));
    assertThat(outcome.broken()).isEmpty();
    assertThat((double) outcome.figures().get("worstSeconds")).isPositive();
  }
}
