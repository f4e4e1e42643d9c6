package io.peerwatch.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void shouldHoldTheContractsTable() {
    assertThat(Topics.all().stream().map(TopicsTest::row))
        .containsExactly(
            "host-samples GROUP HostSample delete 24 h",
            "host-inventory GROUP_AND_HOST HostInfo compact -",
            "group-policies PATTERN GroupPolicy compact -",
            "policy-history PATTERN GroupPolicy delete -",
            "silences SILENCE_ID Silence compact -",
            "alert-feedback GROUP Feedback delete 30 d",
            "host-alerts GROUP_AND_HOST HostAlert delete 30 d",
            "group-verdicts GROUP GroupVerdict delete 7 d",
            "host-readings GROUP HostReadings delete 24 h",
            "group-capacity GROUP GroupCapacity delete 30 d",
            "budget-ledger GROUP BudgetLedger compact,delete 365 d",
            "rejected-records SOURCE RejectedRecord delete 14 d");
  }

  private static String row(TopicSpec<?> spec) {
    Optional<Duration> kept = spec.retention();
    return "%s %s %s %s %s"
        .formatted(
            spec.name(),
            spec.key(),
            spec.valueType().getSimpleName(),
            spec.cleanup().policy(),
            kept.map(time -> Kept.words(Long.toString(time.toMillis()))).orElse("-"));
  }

  @Test
  void shouldPutThePrefixBeforeTopicsAndSubjects() {
    assertThat(Topics.HOST_SAMPLES.in("peerwatch.")).isEqualTo("peerwatch.host-samples");
    assertThat(Topics.HOST_SAMPLES.subject("replay.")).isEqualTo("replay.host-samples-value");
  }

  @Test
  void shouldReserveATicksKeyThatNoGroupCanHave() {
    assertThat(Names.isName(Topics.TICK_KEY)).isFalse();
  }
}
