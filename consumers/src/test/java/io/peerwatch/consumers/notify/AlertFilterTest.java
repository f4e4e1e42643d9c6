package io.peerwatch.consumers.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Severity;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.schemas.topics.NamePattern;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertFilterTest {
  private static final HostAlert WEB_07 = Alerts.opened().build();

  @ParameterizedTest
  @CsvSource({
    "web-07, web-07, true",
    "web-*, web-07, true",
    "*, web-07, true",
    "*-07, web-07, true",
    "w*7, web-07, true",
    "web-07*, web-07, true",
    "web, web-07, false",
    "web.07, web-07, false",
    "Web-*, web-07, false",
    "*b-*-*, web-07, false"
  })
  void shouldMatchNamesByPattern(String pattern, String name, boolean matches) {
    assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
  }

  @Test
  void shouldLetEverythingPassUnlessToldOtherwise() {
    assertThat(AlertFilter.ALL).accepts(WEB_07, Alerts.subgroup("web-01").build());
  }

  @Test
  void shouldAskForAnyOfTheGroupsAndAnyOfTheHosts() {
    assertThat(names(List.of("db-*", "web"), List.of())).accepts(WEB_07);
    assertThat(names(List.of("db-*"), List.of())).rejects(WEB_07);
    assertThat(names(List.of("web"), List.of("web-1*", "*7"))).accepts(WEB_07);
    assertThat(names(List.of("web"), List.of("web-1*"))).rejects(WEB_07);
  }

  @Test
  void shouldFindAHostAmongThoseThatAGroupsEpisodeLists() {
    HostAlert subgroup = Alerts.subgroup("web-01", "web-02").build();
    assertThat(names(List.of(), List.of("web-02"))).accepts(subgroup);
    assertThat(names(List.of(), List.of("web-03"))).rejects(subgroup);
  }

  @Test
  void shouldAskForVerdictsAndStates() {
    assertThat(kinds(Set.of(Verdict.LONE_HOST), Set.of(), Severity.UNKNOWN)).accepts(WEB_07);
    assertThat(kinds(Set.of(Verdict.SILENT_HOST), Set.of(), Severity.UNKNOWN)).rejects(WEB_07);
    assertThat(kinds(Set.of(), Set.of(AlertState.OPENED), Severity.UNKNOWN)).accepts(WEB_07);
    assertThat(kinds(Set.of(), Set.of(AlertState.RESOLVED), Severity.UNKNOWN)).rejects(WEB_07);
  }

  @Test
  void shouldLetPassWhatIsAtLeastAsSevere() {
    AlertFilter warning = kinds(Set.of(), Set.of(), Severity.WARNING);
    assertThat(warning)
        .accepts(WEB_07, Alerts.opened().setSeverity(Severity.WARNING).build())
        .rejects(Alerts.opened().setSeverity(Severity.INFO).build());
  }

  private static AlertFilter names(List<String> groups, List<String> hosts) {
    return new AlertFilter(patterns(groups), patterns(hosts), Set.of(), Set.of(), Severity.UNKNOWN);
  }

  private static AlertFilter kinds(
      Set<Verdict> verdicts, Set<AlertState> states, Severity severityMin) {
    return new AlertFilter(List.of(), List.of(), verdicts, states, severityMin);
  }

  private static List<NamePattern> patterns(List<String> texts) {
    return texts.stream().map(NamePattern::new).toList();
  }
}
