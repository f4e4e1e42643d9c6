package io.peerwatch.proof.faults.load;

import io.peerwatch.schemas.avro.HostSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** What can become of samples on their way that must change nothing. */
public final class Changes {
  /** Each twice, the second time after the others of its instant. */
  public static final UnaryOperator<List<HostSample>> DOUBLED =
      samples -> {
        List<HostSample> twice = new ArrayList<>(samples);
        twice.addAll(samples);
        return twice;
      };

  /** Two instants of a load with the period of 20 s; the grace is 30 s. */
  private static final Duration HELD_BACK = Duration.ofSeconds(20);

  private static final int TWICE_ONE_IN = 3;

  private Changes() {}

  /** In another order within the grace, a third of them twice. */
  public static UnaryOperator<List<HostSample>> shuffled(long seed) {
    Random random = new Random(seed);
    List<HostSample> held = new ArrayList<>();
    return samples -> {
      for (HostSample sample : samples) {
        held.add(sample);
        if (random.nextInt(TWICE_ONE_IN) == 0) {
          held.add(sample);
        }
      }
      Instant before = samples.isEmpty() ? Instant.MAX : heldBefore(samples);
      List<HostSample> going = new ArrayList<>();
      for (HostSample sample : List.copyOf(held)) {
        if (sample.getTimestamp().isBefore(before) || random.nextBoolean()) {
          going.add(sample);
        }
      }
      going.forEach(held::remove);
      Collections.shuffle(going, random);
      return going;
    };
  }

  private static Instant heldBefore(List<HostSample> samples) {
    return samples.get(0).getTimestamp().minus(HELD_BACK).plusMillis(1);
  }
}
