package io.peerwatch.detection.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkResponseTest {

  /** One world is off by .04 as a rule, by .08 in one of fifteen; their mean hardly ever is. */
  private static final int WORLDS = 20;

  private static WorkResponse taught(long seed, double gamma, int values) {
    var response = new WorkResponse();
    response.grow(1);
    response.of(0);
    var random = new Random(seed);
    for (int i = 0; i < values; i++) {
      double push = random.nextGaussian();
      teach(response, push, gamma * push + random.nextGaussian(), 0);
    }
    return response;
  }

  private static void teach(WorkResponse response, double push, double residual, double large) {
    double taken = (1 - large) * response.usual(0) + large * response.large(0);
    float[] left = {(float) (residual - taken * push)};
    response.learn(
        0,
        0,
        1,
        new boolean[] {true},
        new float[] {(float) push},
        new float[] {(float) taken},
        left,
        new float[] {1},
        new float[] {(float) large});
  }

  @Test
  void shouldLearnHowFarAMetricFollows() {
    long seed = new Random().nextLong();
    double sum = 0;
    for (int i = 0; i < WORLDS; i++) {
      WorkResponse response = taught(seed + i, 0.7, 20_000);
      assertThat(response.large(0)).isCloseTo(response.usual(0), within(1e-12));
      sum += response.usual(0);
    }
    assertThat(sum / WORLDS).as("seed %d", seed).isCloseTo(0.7, within(0.06));
  }

  @Test
  void shouldBelieveThatNothingFollowsWhileLittleWasSeen() {
    assertThat(taught(1, 1, 3).usual(0)).isLessThan(0.3);
  }

  /** What is noise in small differences is real in large ones. */
  @Test
  void shouldLearnLargeDifferencesApart() {
    WorkResponse response = taught(2, 0.2, 5_000);
    for (int i = 0; i < 30; i++) {
      teach(response, 10, 10, 1);
    }
    assertThat(response.large(0)).isCloseTo(1, within(0.1));
    assertThat(response.usual(0)).isCloseTo(0.2, within(0.08));
  }

  @Test
  void shouldNotBeMisledByOneWildValue() {
    WorkResponse response = taught(3, 0.5, 5_000);
    double before = response.usual(0);
    teach(response, 1, -500, 0);
    assertThat(response.usual(0)).isCloseTo(before, within(0.002));
  }

  @Test
  void shouldStartAnewWithAnotherWorkMetric() {
    WorkResponse response = taught(4, 1, 5_000);
    response.of(0);
    assertThat(response.usual(0)).isGreaterThan(0.5);
    response.of(3);
    assertThat(response.usual(0)).isZero();
  }

  @Test
  void shouldGoOnWhereItWasWritten() throws IOException {
    WorkResponse response = taught(5, 0.9, 500);
    teach(response, 8, 8, 1);
    var bytes = new ByteArrayOutputStream();
    response.write(new DataOutputStream(bytes));
    var read = new WorkResponse();
    read.readInto(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    read.of(0);
    assertThat(read.usual(0)).isEqualTo(response.usual(0));
    assertThat(read.large(0)).isEqualTo(response.large(0));
  }
}
