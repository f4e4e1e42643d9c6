package io.peerwatch.proof.evaluate.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import io.peerwatch.streams.score.Incident;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabGroupTest {

  @Test
  void shouldTellTheSameLifeOfTheSameSeedAndAnotherOfAnother() {
    assertThat(first(LabGroup.withFaults(1, 4))).isEqualTo(first(LabGroup.withFaults(1, 4)));
    assertThat(first(LabGroup.withFaults(1, 4))).isNotEqualTo(first(LabGroup.withFaults(2, 4)));
  }

  private static String first(LabGroup group) {
    StringBuilder told = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      GroupWindow window = group.next();
      told.append(window.metrics()).append(window.start());
      window.hosts().forEach(host -> told.append(Arrays.toString(host.values())));
    }
    return told.toString();
  }

  @RepeatedTest(5)
  void shouldInjectEveryKindAfterTheHistoryAndOneAtATime() {
    long seed = new Random().nextLong();
    LabGroup group = LabGroup.withFaults(seed, 12);
    List<Incident> incidents = group.incidents();
    assertThat(incidents.stream().map(Incident::kind).distinct())
        .as("seed %d", seed)
        .hasSize(InjectionKind.ANYWHERE.size());
    assertThat(incidents.get(0).startMillis()).isGreaterThan(group.scoredFromMillis());
    for (int i = 1; i < incidents.size(); i++) {
      assertThat(incidents.get(i).startMillis())
          .as("seed %d", seed)
          .isGreaterThan(incidents.get(i - 1).endMillis());
    }
  }

  /** What an injection does to values is what its kind says; other hosts don't feel it. */
  @ParameterizedTest
  @EnumSource
  void shouldChangeTheValuesOfItsHostAlone(InjectionKind kind) {
    World world = World.of(7);
    int[] signs = new int[world.metrics().size()];
    Arrays.fill(signs, 1);
    var injection = new Injection(kind, 1, 20, 44, 4, signs);
    var healthy = new GroupLife(7, world, 3, List.of(), Change.NONE);
    var hurt = new GroupLife(7, world, 3, List.of(injection), Change.NONE);
    boolean differs = false;
    for (int w = 0; w < 60; w++) {
      List<HostWindow> before = healthy.next().hosts();
      List<HostWindow> after = hurt.next().hosts();
      assertThat(after.get(0).values()).isEqualTo(before.get(0).values());
      assertThat(after.get(2).values()).isEqualTo(before.get(2).values());
      if (w < 20 || w >= 44) {
        assertThat(after.get(1).values()).isEqualTo(before.get(1).values());
      } else {
        differs |= !Arrays.equals(after.get(1).values(), before.get(1).values());
      }
    }
    assertThat(differs).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveNoIncidentWhereNothingIsWrong(Harmless change) {
    LabGroup group = LabGroup.with(change, 3, 6);
    assertThat(group.incidents()).isEmpty();
    for (int w = 0; w < 100; w++) {
      for (HostWindow host : group.next().hosts()) {
        assertThat(host.samples() == 0 || Double.isFinite(host.values()[0])).isTrue();
      }
    }
  }
}
