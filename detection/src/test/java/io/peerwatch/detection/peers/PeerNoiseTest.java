package io.peerwatch.detection.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerNoiseTest {
  private static final int DRAWS = 100_000;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void shouldBeWhatMediansOfSoManyPeersAdd(int peers) {
    Random random = new Random(peers);
    PeerMedians medians = new PeerMedians();
    boolean[] isPeer = new boolean[peers];
    Arrays.fill(isPeer, true);
    float[] values = new float[peers];
    float[] without = new float[peers];
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      for (int h = 0; h < peers; h++) {
        values[h] = (float) random.nextGaussian();
      }
      medians.of(values, isPeer, peers);
      medians.without(values, without, peers);
      squares += (values[0] - without[0]) * (values[0] - without[0]);
    }
    assertThat(Math.sqrt(squares / DRAWS)).isCloseTo(PeerNoise.of(peers), within(0.02));
  }
}
