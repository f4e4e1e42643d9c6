package io.peerwatch.producers.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.producers.agent.RawReading.CpuTime;
import io.peerwatch.producers.publish.ManualClock;
import io.peerwatch.schemas.avro.HostSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostAgentTest {
  private static final long T0 = 1_795_000_000_000L; // a multiple of ten seconds
  private static final HostAgentSettings SETTINGS =
      new HostAgentSettings(Optional.empty(), Optional.empty(), Duration.ofSeconds(10));

  private final List<HostSample> samples = new ArrayList<>();
  private final ScriptedReader reader = new ScriptedReader();

  @Test
  void shouldSampleOnMultiplesOfThePeriodHoweverLongReadingTakes() {
    var clock = new ManualClock(T0 + 3_700, T0 + 60_000);
    reader.onRead = () -> clock.pass(1_300);
    agent(SETTINGS, clock).run();
    assertThat(clock.awaited())
        .containsExactly(
            T0 + 10_000, T0 + 20_000, T0 + 30_000, T0 + 40_000, T0 + 50_000, T0 + 60_000);
    assertThat(samples).extracting(s -> s.getTimestamp().toEpochMilli() % 10_000).containsOnly(0L);
  }

  @Test
  void shouldLeaveOutInstantsThatItWasTooLateForInsteadOfHurryingAfter() {
    var clock = new ManualClock(T0, T0 + 60_000);
    reader.onRead = () -> clock.pass(reader.reads == 2 ? 25_000 : 0);
    agent(SETTINGS, clock).run();
    assertThat(clock.awaited()).containsExactly(T0 + 10_000, T0 + 40_000, T0 + 50_000, T0 + 60_000);
  }

  @Test
  void shouldSendRatesAndUtilizationFromTheFirstSampleOn() {
    agent(SETTINGS, new ManualClock(T0, T0 + 20_000)).run();
    assertThat(samples.get(0).getMetrics())
        .isEqualTo(Map.of("gauge", 7.0, "rate", 10.0, "system.cpu.utilization", 0.25));
  }

  @Test
  void shouldNameItselfAsTheMachineDoesAndItsGroupUngroupedUnlessTold() {
    agent(SETTINGS, new ManualClock(T0, T0 + 20_000)).run();
    assertThat(samples.get(0).getHost()).isEqualTo("machine-7");
    assertThat(samples.get(0).getGroup()).isEqualTo("ungrouped");
    assertThat(samples.get(0).getAttributes()).containsEntry("os.type", "test");
    samples.clear();
    var told =
        new HostAgentSettings(Optional.of("web"), Optional.of("web-01"), Duration.ofSeconds(10));
    agent(told, new ManualClock(T0, T0 + 20_000)).run();
    assertThat(samples.get(0).getHost()).isEqualTo("web-01");
    assertThat(samples.get(0).getGroup()).isEqualTo("web");
  }

  @Test
  void shouldStopWithoutAnotherSample() {
    agent(SETTINGS, new ManualClock(T0, T0 + 10_000)).run();
    assertThat(samples).isEmpty();
  }

  @Test
  void shouldRefuseNamesThatNobodyCouldRead() {
    assertThatThrownBy(
            () -> new HostAgentSettings(Optional.of("a|b"), Optional.empty(), Duration.ofDays(1)))
        .hasMessageContaining("group 'a|b' must be 1 to 200 of");
    assertThatThrownBy(
            () -> new HostAgentSettings(Optional.empty(), Optional.empty(), Duration.ofMillis(9)))
        .hasMessageContaining("the period must be 1s or more");
  }

  @Test
  void shouldTellOfLossesOnceEach() {
    var notes = new ArrayList<String>();
    long[] lost = {0};
    var losses = new LossNotes(() -> lost[0], notes::add);
    losses.check();
    lost[0] = 3;
    losses.check();
    losses.check();
    lost[0] = 5;
    losses.check();
    assertThat(notes)
        .containsExactly(
            "3 samples could not be sent and are lost, 3 so far",
            "2 samples could not be sent and are lost, 5 so far");
  }

  private HostAgent agent(HostAgentSettings settings, ManualClock clock) {
    return new HostAgent(settings, reader, samples::add, clock);
  }

  /** Counts 100 up with each reading ten seconds apart, its processors busy a quarter of it. */
  private static final class ScriptedReader implements HostReader {
    private int reads;
    private Runnable onRead = () -> {};

    @Override
    public RawReading read() {
      reads++;
      onRead.run();
      return new RawReading(
          reads * 10_000_000_000L,
          Map.of("gauge", 7.0),
          Map.of(Counter.of("rate"), reads * 100.0),
          new CpuTime(reads * 25L, reads * 100L));
    }

    @Override
    public Map<String, String> attributes() {
      return Map.of("os.type", "test");
    }

    @Override
    public String hostName() {
      return "machine-7";
    }
  }
}
