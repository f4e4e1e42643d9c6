package io.peerwatch.detection.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerMediansTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldGiveEveryHostTheMedianOfTheOthers(long seed) {
    Random random = new Random(seed);
    PeerMedians medians = new PeerMedians();
    for (int round = 0; round < 200; round++) {
      int hosts = 4 + random.nextInt(30);
      float[] values = new float[hosts];
      boolean[] peers = new boolean[hosts];
      for (int i = 0; i < hosts; i++) {
        values[i] = random.nextInt(1 + random.nextInt(20));
      }
      Arrays.fill(peers, true);
      medians.of(values, peers, hosts);
      for (int i = 0; i < hosts; i++) {
        assertThat(medians.without(values[i])).isEqualTo(plainMedianWithout(values, i));
      }
      assertThat(medians.full()).isEqualTo(plainMedianWithout(values, -1));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldFindTheMiddleOfManyWhateverASampleSays(long seed) {
    Random random = new Random(seed);
    PeerMedians medians = new PeerMedians();
    for (int round = 0; round < 40; round++) {
      int hosts = 250 + random.nextInt(1_000);
      float[] values = new float[hosts];
      boolean[] peers = new boolean[hosts];
      boolean misleading = random.nextBoolean();
      int distinct = 1 + random.nextInt(2_000);
      for (int i = 0; i < hosts; i++) {
        values[i] = misleading && i % 16 == 0 ? -1 - i : random.nextInt(distinct);
      }
      Arrays.fill(peers, true);
      medians.of(values, peers, hosts);
      assertThat(medians.full()).isEqualTo(plainMedianWithout(values, -1));
      for (int i = 0; i < hosts; i += 50) {
        assertThat(medians.without(values[i])).isEqualTo(plainMedianWithout(values, i));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldFindTheMiddleAmongWhateverSizesOfValues(long seed) {
    Random random = new Random(seed);
    PeerMedians medians = new PeerMedians();
    for (int round = 0; round < 200; round++) {
      float[] values = new float[4 + random.nextInt(120)];
      float unit = (float) Math.pow(10, random.nextInt(60) - 30);
      float level = random.nextBoolean() ? 0 : unit * 1_000 * (float) random.nextGaussian();
      for (int i = 0; i < values.length; i++) {
        values[i] = level + unit * (float) random.nextGaussian();
      }
      medians.of(values, values.length, new int[0], 0);
      assertThat(medians.count()).isEqualTo(values.length);
      for (int i = 0; i < values.length; i++) {
        assertThat(medians.without(values[i])).isEqualTo(plainMedianWithout(values, i));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldLeaveOutHostsWhoeverTheyAre(long seed) {
    Random random = new Random(seed);
    PeerMedians some = new PeerMedians();
    PeerMedians others = new PeerMedians();
    for (int round = 0; round < 200; round++) {
      float[] values = new float[2 + random.nextInt(60)];
      boolean[] isPeer = new boolean[values.length];
      int[] leftOut = new int[values.length];
      int count = 0;
      for (int at = values.length - 1; at >= 0; at--) {
        isPeer[at] = random.nextInt(4) > 0;
        values[at] = isPeer[at] ? random.nextInt(50) : Float.NaN;
        if (!isPeer[at]) {
          leftOut[count++] = at;
        }
      }
      some.of(values, isPeer, values.length);
      others.of(values, values.length, leftOut, count);
      assertThat(others.count()).isEqualTo(some.count()).isEqualTo(values.length - count);
      assertThat(others.full()).isEqualTo(some.full());
      assertThat(others.without(7)).isEqualTo(some.without(7));
    }
  }

  private static float plainMedianWithout(float[] values, int left) {
    double[] others =
        java.util.stream.IntStream.range(0, values.length)
            .filter(i -> i != left)
            .mapToDouble(i -> values[i])
            .sorted()
            .toArray();
    int middle = others.length / 2;
    double whole = others[others.length / 2];
    return (float) (others.length % 2 == 1 ? whole : (others[middle - 1] + whole) / 2);
  }

  @org.junit.jupiter.api.Test
  void shouldLeaveOutWhoIsNoPeerAndKeepTheMiddleOfThree() {
    PeerMedians medians = new PeerMedians();
    medians.of(
        new float[] {1, Float.NaN, 2, 50, 100}, new boolean[] {true, true, true, true, false}, 5);
    assertThat(medians.count()).isEqualTo(3);
    assertThat(medians.without(50)).isEqualTo(2);
    assertThat(medians.full()).isEqualTo(2);
  }
}
