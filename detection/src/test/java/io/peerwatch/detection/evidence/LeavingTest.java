package io.peerwatch.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.baseline.LearningSteps;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Hosts that move more than usual and go nowhere, and hosts that are a little off for hours. */
class LeavingTest {
  private static final int METRICS = 8;
  private static final double RATIO = 0.6;
  private static final int LEARNED_WINDOWS = 3_000;

  private final long seed = new Random().nextLong();
  private final Random noise = new Random(seed);
  private final Wandering host = new Wandering(seed, METRICS, RATIO);
  private final Persistence persistence = new Persistence();
  private final OneHost one = new OneHost(METRICS);
  private final Map<Leaving, Float> highest = new EnumMap<>(Leaving.class);

  @BeforeEach
  void wander() {
    persistence.grow(METRICS);
    LearningSteps steps = LearningSteps.of(1.0 / 288);
    for (int i = 0; i < LEARNED_WINDOWS; i++) {
      one.see(host.next(0, 0), persistence);
      persistence.endWindow(steps);
      for (Leaving way : Leaving.values()) {
        highest.merge(way, i > 500 ? leaves(way) : 0, Math::max);
      }
    }
  }

  @RepeatedTest(10)
  void shouldSeeNoiseThatGrewWithoutGoingAnywhere() {
    for (int i = 0; i < 36; i++) {
      float[] w = host.next(0, 0).clone();
      for (int m = 0; m < 3; m++) {
        w[m] *= 3;
      }
      one.see(w, persistence);
    }
    assertThat(leaves(Leaving.RESTLESS))
        .as("seed %d", seed)
        .isGreaterThan(highest.get(Leaving.RESTLESS));
  }

  @RepeatedTest(10)
  void shouldSeeAStepThatComesAndGoes() {
    for (int i = 0; i < 48; i++) {
      one.see(host.next(i / 4 % 2 == 0 ? 4 : 0, 4), persistence);
    }
    assertThat(leaves(Leaving.RESTLESS))
        .as("seed %d", seed)
        .isGreaterThan(highest.get(Leaving.RESTLESS));
  }

  @RepeatedTest(10)
  void shouldNotTakeOneWildWindowOfAMetricForUnrest() {
    float[] w = host.next(0, 0).clone();
    w[noise.nextInt(METRICS)] = 15;
    one.see(w, persistence);
    one.see(host.next(0, 0), persistence);
    assertThat(leaves(Leaving.RESTLESS)).as("seed %d", seed).isLessThan(30);
  }

  @RepeatedTest(10)
  void shouldSeeASmallStepThatLastsForHours() {
    float most = 0;
    for (int i = 0; i < 72; i++) {
      one.see(host.next(2, 4), persistence);
      most = Math.max(most, leaves(Leaving.LINGERING));
    }
    assertThat(most).as("seed %d", seed).isGreaterThan(highest.get(Leaving.LINGERING));
  }

  @RepeatedTest(10)
  void shouldTakeForItsHabitWhatAHostDoesEveryDay() {
    float first = hoursOff();
    for (int day = 0; day < 14; day++) {
      hoursOff();
    }
    assertThat(hoursOff()).as("seed %d", seed).isLessThan(first / 2).isLessThan(30);
  }

  /** Half a day a little off, half a day not: what it told at most. */
  private float hoursOff() {
    float most = 0;
    for (int i = 0; i < 288; i++) {
      one.see(host.next(i < 144 ? 1.5f : 0, 4), persistence);
      most = Math.max(most, leaves(Leaving.LINGERING));
    }
    return most;
  }

  @RepeatedTest(10)
  void shouldForgetATroubleThatIsOver() {
    for (int i = 0; i < 96; i++) {
      one.see(host.next(i % 3, 4), persistence);
    }
    one.columns.forgetTrouble(0);
    for (Leaving way : new Leaving[] {Leaving.LASTING, Leaving.LINGERING, Leaving.RESTLESS}) {
      assertThat(leaves(way)).as("%s, seed %d", way, seed).isZero();
    }
  }

  @RepeatedTest(3)
  void shouldGoOnFromWhatIsUsualAsItWasWritten() throws IOException {
    var bytes = new ByteArrayOutputStream();
    persistence.write(new DataOutputStream(bytes));
    Persistence read = new Persistence();
    read.readInto(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), true);
    for (int m = 0; m < METRICS; m++) {
      assertThat(read.unrest().mean(m)).isEqualTo(persistence.unrest().mean(m)).isNotEqualTo(1);
      assertThat(read.unrest().variance(m)).isEqualTo(persistence.unrest().variance(m));
    }
  }

  private float leaves(Leaving way) {
    return one.columns.leaves(way, 0);
  }
}
