package io.peerwatch.producers.simulate.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StationTest {
  private final Station station = new Station();

  @ParameterizedTest
  @CsvSource({
    // One server, much room: M/M/1 has ρ/(1−ρ) inside.
    "0.5, 1, 1000, 1.0",
    "0.9, 1, 1000, 9.0",
    // Two servers at ρ = 0.5: 2ρ/(1−ρ²) inside.
    "1.0, 2, 1000, 1.3333333333",
    // No room to wait: Erlang's B of 2 erlangs on 2 servers is 0.4, so 1.2 inside.
    "2.0, 2, 2, 1.2"
  })
  void shouldGiveWhatTextbooksGive(double asked, int servers, int room, double inside) {
    station.solve(asked, servers, room);
    assertThat(station.inside()).isCloseTo(inside, within(1e-9));
  }

  @Test
  void shouldAgreeWithTheStatesSummedOneByOne() {
    long seed = 20261122;
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      int servers = 1 + random.nextInt(40);
      int room = servers + random.nextInt(300);
      double asked = servers * Math.exp(3 * random.nextGaussian());
      station.solve(asked, servers, room);
      double[] summed = summed(asked, servers, room);
      String which = "seed %d: %s on %d of %d".formatted(seed, asked, servers, room);
      assertThat(station.inside()).as(which).isCloseTo(summed[0], within(1e-6 * (1 + room)));
      assertThat(station.refusedShare()).as(which).isCloseTo(summed[1], within(1e-9));
    }
  }

  @Test
  void shouldServeNoMoreThanItsServersAndKeepNobodyWithoutWork() {
    for (double asked : new double[] {0.01, 1, 7.9, 8, 8.1, 80, 8e6}) {
      station.solve(asked, 8, 128);
      assertThat(station.carried()).isLessThanOrEqualTo(Math.min(8, asked));
      assertThat(station.inside()).isBetween(station.carried(), 128.0);
    }
    station.solve(0, 8, 128);
    assertThat(station.inside()).isZero();
  }

  /** Mean inside and refused share by way of logarithms of every state's probability. */
  private static double[] summed(double asked, int servers, int room) {
    double[] logs = new double[room + 1];
    for (int n = 1; n <= room; n++) {
      logs[n] = logs[n - 1] + Math.log(asked / Math.min(n, servers));
    }
    double most = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      most = Math.max(most, log);
    }
    double all = 0;
    double moment = 0;
    for (int n = 0; n <= room; n++) {
      double weight = Math.exp(logs[n] - most);
      all += weight;
      moment += n * weight;
    }
    return new double[] {moment / all, Math.exp(logs[room] - most) / all};
  }
}
