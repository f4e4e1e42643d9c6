package io.peerwatch.consumers.dashboard.web;

import static io.peerwatch.consumers.dashboard.MadeUpFleet.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.GroupState;
import io.peerwatch.schemas.avro.NotJudgedReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlainWordsTest {

  @ParameterizedTest
  @EnumSource(NotJudgedReason.class)
  void shouldSayThatItWasNotJudgedForEveryReason(NotJudgedReason reason) {
    String words = PlainWords.of(verdict("g", GroupState.NOT_JUDGED, 4).setReason(reason).build());
    assertThat(words).startsWith("Not judged: ").doesNotContain(reason.name());
  }

  @Test
  void shouldSayHowManyReported() {
    String words =
        PlainWords.of(
            verdict("g", GroupState.NOT_JUDGED, 8)
                .setReason(NotJudgedReason.TOO_FEW_REPORTED)
                .setHostsReported(3)
                .build());
    assertThat(words).isEqualTo("Not judged: only 3 of 8 known hosts reported");
  }

  @ParameterizedTest
  @EnumSource(GroupState.class)
  void shouldHaveWordsForEveryState(GroupState state) {
    assertThat(PlainWords.of(verdict("g", state, 4).build())).isNotBlank();
  }
}
