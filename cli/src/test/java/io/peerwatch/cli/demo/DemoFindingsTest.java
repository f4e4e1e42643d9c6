package io.peerwatch.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Verdict;
import io.peerwatch.schemas.csv.Label;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoFindingsTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant END = START.plusSeconds(1200);
  private static final List<Label> FAULT =
      List.of(new Label("web-17", START, START.plusSeconds(600), List.of(), "web", "cpu-hog"));

  private final DemoFindings findings = new DemoFindings();

  @Test
  void shouldCallAFaultFoundWhenAnEpisodeNamesItsHostMeanwhile() {
    findings.add(episode("a", "web", "web-17", 120));
    assertThat(findings.report(FAULT, END))
        .anyMatch(
            line -> line.contains("found             cpu-hog of web-17 [web] since 12:00:00 UTC"))
        .noneMatch(line -> line.contains("false alarm"));
  }

  @Test
  void shouldCallItMissedWhenNoneDoesAndTooEarlyToTellWhenItHasJustBegun() {
    assertThat(findings.report(FAULT, END)).anyMatch(line -> line.contains("missed"));
    assertThat(findings.report(FAULT, START.plusSeconds(60)))
        .anyMatch(line -> line.contains("too early to tell"));
  }

  @Test
  void shouldCallEpisodesFalseThatNoFaultExplains() {
    findings.add(episode("before", "web", "web-17", -60));
    findings.add(episode("other host", "web", "web-18", 120));
    findings.add(episode("other group", "db", "web-17", 120));
    assertThat(findings.report(FAULT, END))
        .filteredOn(line -> line.contains("false alarm"))
        .hasSize(3);
  }

  @Test
  void shouldCountAnEpisodeOnceHoweverOftenItChanges() {
    findings.add(episode("a", "web", "web-18", 120));
    findings.add(episode("a", "web", "web-18", 120));
    assertThat(findings.report(List.of(), END))
        .filteredOn(line -> line.contains("false alarm       LONE_HOST of web-18 [web]"))
        .hasSize(1);
  }

  @Test
  void shouldSayWhenThereWasNothing() {
    assertThat(findings.report(List.of(), END)).anyMatch(line -> line.contains("nothing"));
  }

  private static HostAlert episode(String id, String group, String host, long secondsIn) {
    return HostAlert.newBuilder()
        .setAlertId(id)
        .setGroup(group)
        .setHost(host)
        .setVerdict(Verdict.LONE_HOST)
        .setOpenedAt(START.plusSeconds(secondsIn))
        .build();
  }
}
