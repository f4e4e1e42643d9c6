package io.peerwatch.streams.score;

import static io.peerwatch.streams.score.ScoreScript.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AlarmScorerTest {

  @Test
  void shouldFindAnIncidentByAnEpisodeOfItsHostThatOverlapsIt() {
    AlarmScore score = scored().incident("web-1", 100, 120).alarm("web-1", 105, 118).result();
    assertThat(score.found()).isEqualTo(1);
    assertThat(score.falseAlarms()).isZero();
    assertThat(score.medianDelayMillis()).hasValue(ScoreScript.MINUTE * 6);
  }

  @Test
  void shouldCallAnEpisodeFalseThatIsOnAnotherHost() {
    AlarmScore score = scored().incident("web-1", 100, 120).alarm("web-2", 105, 118).result();
    assertThat(score.found()).isZero();
    assertThat(score.falseAlarms()).isEqualTo(1);
    assertThat(score.loneAlarms()).isEqualTo(1);
    assertThat(score.rightHost()).isZero();
  }

  @Test
  void shouldTakeEndsAsExclusive() {
    AlarmScore score =
        scored()
            .incident("web-1", 100, 120)
            .alarm("web-1", 120, 130)
            .alarm("web-1", 80, 100)
            .result();
    assertThat(score.found()).isZero();
    assertThat(score.falseAlarms()).isEqualTo(2);
  }

  @Test
  void shouldNotLetAnEpisodeThatIsAlwaysOnFindAnything() {
    AlarmScore score = scored().incident("web-1", 100, 120).alarm("web-1", 0, 1_000).result();
    assertThat(score.found()).isZero();
    assertThat(score.falseAlarms()).isEqualTo(1);
  }

  /** However many incidents there are: what lies between them is not theirs. */
  @Test
  void shouldNotLetAnEpisodeThatIsAlwaysOnFindManyIncidents() {
    AlarmScore score =
        scored()
            .incident("web-1", 100, 120)
            .incident("web-1", 500, 520)
            .incident("web-1", 900, 920)
            .alarm("web-1", 90, 1_000)
            .result();
    assertThat(score.found()).isZero();
    assertThat(score.falseAlarms()).isEqualTo(1);
  }

  @Test
  void shouldCountTimeThatIncidentsShareOnce() {
    AlarmScore score =
        scored()
            .incident("web-1", 100, 120)
            .incident("web-1", 100, 120)
            .incident("web-1", 110, 130)
            .alarm("web-1", 100, 191)
            .result();
    assertThat(score.found()).isZero();
    assertThat(score.falseAlarms()).isEqualTo(1);
  }

  @Test
  void shouldNotAskForTheBlameOfAnEpisodeThatBlamesNothing() {
    AlarmScore score =
        scored().incident("web-1", 100, 120, "cpu").alarm("web-1", 105, 118).result();
    assertThat(score.blameHitRate()).isNaN();
  }

  @Test
  void shouldLetAnEpisodeOfTheGroupFindWhatManyHostsShare() {
    AlarmScore score =
        scored()
            .incident("web-1", 100, 120)
            .incident("web-2", 101, 120)
            .incident("web-3", 102, 120)
            .incident("web-4", 500, 520)
            .groupAlarm(104, 118)
            .groupAlarm(504, 518)
            .result();
    assertThat(score.found()).isEqualTo(3);
    assertThat(score.outcomes()).filteredOn(AlarmScore.Outcome::shared).hasSize(3);
    assertThat(score.falseAlarms()).isEqualTo(1);
  }

  @Test
  void shouldLetAnEpisodeOfTheGroupFindTheHostsThatItNames() {
    AlarmScore score =
        scored().incident("web-1", 100, 120).groupAlarm(104, 118, "web-1", "web-2").result();
    assertThat(score.found()).isEqualTo(1);
    assertThat(score.outcomes().get(0).foundAlone()).isFalse();
  }

  @Test
  void shouldAskForALabelledMetricAmongTheThreeMostBlamed() {
    AlarmScore score =
        scored()
            .incident("web-1", 100, 120, "cpu")
            .incident("web-2", 200, 220, "cpu")
            .alarm("web-1", 105, 118, "load", "disk", "cpu")
            .alarm("web-2", 205, 218, "load", "disk", "net", "cpu")
            .result();
    assertThat(score.blameHitRate()).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void shouldScoreOnlyWhatBeginsWithinTheTime() {
    AlarmScore score =
        scored()
            .from(150)
            .to(300)
            .incident("web-1", 100, 120)
            .incident("web-1", 200, 220)
            .incident("web-1", 300, 320)
            .alarm("web-1", 50, 60)
            .alarm("web-1", 205, 210)
            .alarm("web-1", 305, 310)
            .result();
    assertThat(score.outcomes()).hasSize(1);
    assertThat(score.alarms()).isEqualTo(1);
    assertThat(score.recall()).isEqualTo(1);
  }

  @Test
  void shouldNotKnowARecallWithoutIncidentsNorARateWithoutTime() {
    AlarmScore score = scored().weeks(0).alarm("web-1", 50, 60).result();
    assertThat(score.recall()).isNaN();
    assertThat(score.falseAlarmsPerWeek()).isNaN();
    assertThat(score.falseAlarmsPerWeekInterval().high()).isNaN();
    assertThat(score.medianDelayMillis()).isEmpty();
    assertThat(score.blameHitRate()).isNaN();
  }
}
