package io.peerwatch.proof.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.proof.QuietBrokers;
import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.fleet.FleetShape;
import io.peerwatch.schemas.progress.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That it comes back with everything; how soon is nothing that a test can say. */
class RestartBenchTest {
  private static final FleetShape TWENTY_HOSTS = new FleetShape(20, 10, 3);

  @BeforeAll
  static void quietBrokers() {
    QuietBrokers.apply();
  }

  @Test
  void shouldJudgeTheNextWindowOfEveryGroupAfterEachRestart() throws Exception {
    List<RestartFigures> restarts = new RestartBench(settings(), Progress.NONE).run();
    assertThat(restarts).extracting(RestartFigures::killed).containsExactly(false, true);
    assertThat(restarts)
        .allSatisfy(
            restart -> {
              assertThat(restart.runningMillis()).isPositive();
              assertThat(restart.verdictsMillis()).isPositive();
              assertThat(restart.stateBytes()).isPositive();
              assertThat(restart.changelogBytes()).isPositive();
            });
  }

  private static PipelineSettings settings() {
    return new PipelineSettings(
        TWENTY_HOSTS,
        1,
        1,
        TWENTY_HOSTS,
        Duration.ZERO,
        1,
        Duration.ZERO,
        1,
        Set.of(Contestant.PEERWATCH),
        false,
        Optional.empty());
  }
}
