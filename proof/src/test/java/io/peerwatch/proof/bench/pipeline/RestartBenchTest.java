package io.peerwatch.proof.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.proof.QuietBrokers;
import io.peerwatch.proof.bench.pipeline.fleet.FleetShape;
import io.peerwatch.schemas.progress.Progress;
import java.util.List;
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
    List<RestartFigures> restarts =
        new RestartBench(PipelineSettings.ofRestart(TWENTY_HOSTS, 1, false), Progress.NONE).run();
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
}
