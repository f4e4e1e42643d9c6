package io.peerwatch.producers.agent.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CounterRatesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Counter SDA = new Counter("io", "sda");
  private static final Counter SDB = new Counter("io", "sdb");
  private static final Counter ETH0 = new Counter("net", "eth0");

  private final CounterRates rates = new CounterRates(Set.of());

  @Test
  void shouldSayNothingAtTheFirstReading() {
    assertThat(rates.since(SECOND, Map.of(SDA, 100.0))).isEmpty();
  }

  @Test
  void shouldDivideTheGrowthByTheTimeThatPassed() {
    rates.since(0, Map.of(SDA, 100.0, ETH0, 5.0));
    assertThat(rates.since(10 * SECOND, Map.of(SDA, 150.0, ETH0, 5.0)))
        .isEqualTo(Map.of("io", 5.0, "net", 0.0));
  }

  @Test
  void shouldSumOverDevices() {
    rates.since(0, Map.of(SDA, 0.0, SDB, 0.0));
    assertThat(rates.since(SECOND, Map.of(SDA, 3.0, SDB, 4.0))).isEqualTo(Map.of("io", 7.0));
  }

  @Test
  void shouldTakeTheBusiestDeviceOfSharesOfTime() {
    var busiest = new CounterRates(Set.of("io"));
    busiest.since(0, Map.of(SDA, 0.0, SDB, 0.0));
    assertThat(busiest.since(SECOND, Map.of(SDA, .3, SDB, .4))).isEqualTo(Map.of("io", .4));
  }

  @Test
  void shouldSkipTheFirstValueAfterAResetAndThenGoOn() {
    rates.since(0, Map.of(SDA, 100.0, SDB, 0.0, ETH0, 0.0));
    assertThat(rates.since(SECOND, Map.of(SDA, 10.0, SDB, 5.0, ETH0, 1.0)))
        .isEqualTo(Map.of("net", 1.0));
    assertThat(rates.since(2 * SECOND, Map.of(SDA, 12.0, SDB, 6.0, ETH0, 2.0)))
        .isEqualTo(Map.of("io", 3.0, "net", 1.0));
  }

  @Test
  void shouldCountANewDeviceFromItsSecondReading() {
    rates.since(0, Map.of(SDA, 0.0));
    assertThat(rates.since(SECOND, Map.of(SDA, 1.0, SDB, 9_999.0))).isEqualTo(Map.of("io", 1.0));
    assertThat(rates.since(2 * SECOND, Map.of(SDA, 2.0, SDB, 10_000.0)))
        .isEqualTo(Map.of("io", 2.0));
  }

  @Test
  void shouldForgetADeviceThatIsGone() {
    rates.since(0, Map.of(SDA, 0.0, SDB, 0.0));
    assertThat(rates.since(SECOND, Map.of(SDA, 1.0))).isEqualTo(Map.of("io", 1.0));
    assertThat(rates.since(2 * SECOND, Map.of(SDA, 2.0, SDB, 500.0))).isEqualTo(Map.of("io", 1.0));
  }

  @Test
  void shouldSayNothingWhenNoTimeHasPassed() {
    rates.since(SECOND, Map.of(SDA, 1.0));
    assertThat(rates.since(SECOND, Map.of(SDA, 2.0))).isEmpty();
  }

  @Test
  void shouldNeverBeNegativeAndAddUpToTheGrowthWithoutResets() {
    long seed = 7;
    var random = new SplittableRandom(seed);
    var counters = new HashMap<>(Map.of(SDA, 0.0, SDB, 0.0));
    rates.since(0, counters);
    double grown = 0;
    for (int i = 1; i <= 1_000; i++) {
      counters.merge(SDA, random.nextDouble(1e6), Double::sum);
      counters.merge(SDB, random.nextDouble(1e6), Double::sum);
      double rate = rates.since(i * SECOND, counters).get("io");
      assertThat(rate).as("seed %d", seed).isNotNegative();
      grown += rate;
    }
    assertThat(grown / (counters.get(SDA) + counters.get(SDB))).isBetween(1 - 1e-9, 1 + 1e-9);
  }
}
