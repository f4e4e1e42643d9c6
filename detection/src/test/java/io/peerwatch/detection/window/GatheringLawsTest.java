package io.peerwatch.detection.window;

import static io.peerwatch.detection.window.GatheringScript.GRACE;
import static io.peerwatch.detection.window.GatheringScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GatheringLawsTest {
  private static final long LENGTH = 15 * 60_000;

  static LongStream seeds() {
    return new SplittableRandom(20261122).longs(40);
  }

  private record Arrival(Sample sample, double at) {}

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldNotMindOrderAndDuplicatesWithinTheGrace(long seed) {
    List<Sample> samples = samples(seed);
    SplittableRandom random = new SplittableRandom(seed + 1);
    List<Arrival> arrivals = new ArrayList<>();
    for (Sample sample : samples) {
      arrivals.add(new Arrival(sample, sample.timestamp() + random.nextDouble() * GRACE * 0.99));
      if (random.nextInt(3) == 0) {
        arrivals.add(new Arrival(sample, sample.timestamp() + random.nextDouble() * GRACE * 0.99));
      }
    }
    arrivals.sort(Comparator.comparingDouble(Arrival::at));
    GatheringScript inOrder = new GatheringScript();
    samples.forEach(inOrder::offer);
    GatheringScript shuffled = new GatheringScript();
    arrivals.forEach(arrival -> shuffled.offer(arrival.sample()));
    int common = Math.min(inOrder.closed.size(), shuffled.closed.size());
    assertThat(common).isGreaterThan(8);
    for (int i = 0; i < common; i++) {
      assertThat(shuffled.transcript().get(i)).isEqualTo(inOrder.transcript().get(i));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldGoOnAfterARestartAtAnyMomentAsIfItHadNeverStopped(long seed) {
    List<Sample> samples = samples(seed);
    GatheringScript undisturbed = new GatheringScript();
    GatheringScript restarted = new GatheringScript().restartingAlways();
    for (GatheringScript script : List.of(undisturbed, restarted)) {
      samples.forEach(script::offer);
      script.ticksFor(600_000);
    }
    assertThat(restarted.transcript()).isEqualTo(undisturbed.transcript());
  }

  /** Hosts with intervals, phases and a wobble of their own, some samples missing, in order. */
  private static List<Sample> samples(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] intervals = {10_000, 15_000, 30_000, 60_000};
    List<Sample> samples = new ArrayList<>();
    int hosts = 3 + random.nextInt(8);
    for (int h = 0; h < hosts; h++) {
      long interval = intervals[random.nextInt(intervals.length)];
      long phase = random.nextLong(interval);
      long wobble = random.nextLong(interval / 10);
      int beat = 0;
      for (long at = phase; at < LENGTH; at += interval) {
        long jitter = beat++ % 2 * wobble;
        // A host that nobody knows yet is not waited for: all are known from the first window.
        if (random.nextInt(20) > 0 || at == phase) {
          double cpu = random.nextDouble() * Math.pow(10, random.nextInt(12) - 6);
          var metrics = Map.of("cpu", cpu, "load", cpu * 7);
          samples.add(new Sample("web", "h" + h, START + at + jitter, metrics));
        }
      }
    }
    samples.sort(Comparator.comparingLong(Sample::timestamp).thenComparing(Sample::host));
    return samples;
  }
}
