package io.peerwatch.producers.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peerwatch.producers.agent.RawReading.CpuTime;
import io.peerwatch.producers.agent.extra.ExtraMetrics;
import io.peerwatch.producers.agent.notes.Notes;
import io.peerwatch.producers.agent.rate.Counter;
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
      HostAgentSettings.of(Optional.empty(), Optional.empty(), Duration.ofSeconds(10));

  private final List<HostSample> samples = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
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
        HostAgentSettings.of(Optional.of("web"), Optional.of("web-01"), Duration.ofSeconds(10));
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
            () -> HostAgentSettings.of(Optional.of("a|b"), Optional.empty(), Duration.ofDays(1)))
        .hasMessageContaining("group 'a|b' must be 1 to 200 of");
    assertThatThrownBy(
            () -> HostAgentSettings.of(Optional.empty(), Optional.empty(), Duration.ofMillis(9)))
        .hasMessageContaining("the period must be 1s or more");
  }

  @Test
  void shouldTellHowManyInstantsItWasTooLateFor() {
    var clock = new ManualClock(T0, T0 + 60_000);
    reader.onRead = () -> clock.pass(reader.reads == 2 ? 25_000 : 0);
    HostAgent agent = agent(SETTINGS, clock);
    agent.run();
    assertThat(agent.sampled()).isEqualTo(3);
    assertThat(agent.skipped()).isEqualTo(2);
    assertThat(told)
        .containsExactly("reading took longer than a period: 2 instants without a sample so far");
  }

  @Test
  void shouldNeitherHurryNorSkipWhenTheClockIsSetAhead() {
    var clock = new ManualClock(T0, T0 + 3_660_000);
    reader.onRead =
        () -> {
          if (reader.reads == 3) {
            clock.set(3_600_000);
          }
        };
    HostAgent agent = agent(SETTINGS, clock);
    agent.run();
    assertThat(instants())
        .containsExactly(T0 + 10_000, T0 + 20_000, T0 + 3_630_000, T0 + 3_640_000, T0 + 3_650_000);
    assertThat(agent.skipped()).isZero();
    assertThat(told)
        .containsExactly(
            "the clock was set ahead by 3,600 s (or the machine slept): going on from there");
  }

  @Test
  void shouldNotStallWhenTheClockIsSetBack() {
    var clock = new ManualClock(T0, T0 + 30_000);
    reader.onRead =
        () -> {
          if (reader.reads == 3) {
            clock.set(-3_600_000);
          }
          if (reader.reads == 5) {
            clock.stop();
          }
        };
    agent(SETTINGS, clock).run();
    assertThat(instants())
        .containsExactly(T0 + 10_000, T0 + 20_000, T0 - 3_570_000, T0 - 3_560_000);
    assertThat(told).hasSize(1).first().asString().contains("set back by 3,600 s");
  }

  @Test
  void shouldNotSampleAnInstantTwiceWhenTheClockGoesBackABit() {
    var clock = new ManualClock(T0, T0 + 50_000);
    reader.onRead =
        () -> {
          if (reader.reads == 3) {
            clock.set(-300);
          }
        };
    agent(SETTINGS, clock).run();
    assertThat(instants()).containsExactly(T0 + 10_000, T0 + 20_000, T0 + 30_000, T0 + 40_000);
    assertThat(told).isEmpty();
  }

  private List<Long> instants() {
    return samples.stream().map(sample -> sample.getTimestamp().toEpochMilli()).toList();
  }

  private HostAgent agent(HostAgentSettings settings, ManualClock clock) {
    try (var extra = new ExtraMetrics(settings.extra(), notes(clock))) {
      var sampler = HostSampler.of(settings, reader, extra);
      return new HostAgent(sampler, settings.period(), samples::add, notes(clock), clock);
    }
  }

  private Notes notes(ManualClock clock) {
    return new Notes(told::add, clock::nanos);
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
