package io.peerwatch.detection.episode;

import static io.peerwatch.detection.laboratory.JudgeScript.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.peerwatch.detection.laboratory.JudgeScript;
import io.peerwatch.detection.verdict.Calibration;
import io.peerwatch.detection.verdict.DetectionSettings;
import io.peerwatch.detection.verdict.Evidence;
import io.peerwatch.detection.verdict.Finding;
import io.peerwatch.detection.verdict.GroupJudgement;
import io.peerwatch.detection.verdict.GroupState;
import io.peerwatch.detection.verdict.NotJudgedReason;
import io.peerwatch.detection.verdict.Severity;
import io.peerwatch.detection.verdict.Verdict;
import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodeBookTest {

  private static final long MINUTE = 60_000L;
  private final EpisodeBook book = new EpisodeBook("web");
  private long minute;

  @Test
  void shouldOpenOnceAndResolveOnceUnderOneId() {
    assertThat(step(lone("a", 1.2)))
        .extracting(Episode::state)
        .containsExactly(EpisodeState.OPENED);
    String id = book.open().get(0).alertId();
    assertThat(step(lone("a", 1.2))).isEmpty();
    List<Episode> last = step();
    assertThat(last)
        .extracting(Episode::alertId, Episode::state, Episode::resolution, Episode::resolvedAt)
        .containsExactly(tuple(id, EpisodeState.RESOLVED, Resolution.RECOVERED, minute * MINUTE));
    assertThat(book.isEmpty()).isTrue();
    assertThat(step()).isEmpty();
  }

  @Test
  void shouldTellAgainWhenItGetsGraver() {
    step(lone("a", 1.2));
    List<Episode> changes = step(lone("a", 5));
    assertThat(changes)
        .extracting(Episode::state, Episode::severity)
        .containsExactly(tuple(EpisodeState.UPDATED, Severity.CRITICAL));
    assertThat(step(lone("a", 1.2))).isEmpty();
  }

  @Test
  void shouldTellOpenOnesAgainEveryDay() {
    int told = 0;
    for (int i = 0; i < 3 * 1440; i++) {
      told += step(lone("a", 1.2)).size();
    }
    assertThat(told).isEqualTo(3);
  }

  @Test
  void shouldNeitherOpenNorEndScoresWhileNotJudgedUntilTheyExpire() {
    step(lone("a", 1.2));
    int windows = 0;
    List<Episode> changes = List.of();
    while (changes.isEmpty()) {
      changes = step(GroupState.NOT_JUDGED, List.of(), "a", "b", "c");
      windows++;
    }
    assertThat(changes).extracting(Episode::resolution).containsExactly(Resolution.EXPIRED);
    assertThat(windows * MINUTE).isEqualTo(EpisodeBook.EXPIRY_MILLIS);
  }

  @Test
  void shouldEndAsRemovedWhenTheHostIsKnownNoMore() {
    step(lone("a", 1.2));
    assertThat(step(GroupState.NORMAL, List.of(), "b", "c"))
        .extracting(Episode::resolution)
        .containsExactly(Resolution.REMOVED);
  }

  @Test
  void shouldLetASubgroupTakeOverItsLoneHosts() {
    step(lone("a", 1.2));
    List<Episode> changes = step(GroupState.SUBGROUP, List.of(), "a", "b", "c");
    assertThat(changes)
        .extracting(Episode::verdict, Episode::state, Episode::resolution)
        .containsExactly(
            tuple(Verdict.SUBGROUP, EpisodeState.OPENED, null),
            tuple(Verdict.LONE_HOST, EpisodeState.RESOLVED, Resolution.RECLASSIFIED));
  }

  @Test
  void shouldProposeTheSplitOfAGroupWhoseHostsAreApartTogether() {
    Episode split = step(GroupState.SUBGROUP, List.of(), "a", "b", "c", "d", "e", "f").get(0);
    assertThat(split.summary())
        .startsWith("3 of 6 hosts of group web are apart together (a, b, c)")
        .endsWith("meant to differ? split them off");
  }

  @Test
  void shouldLetSilenceTakeOverAndEndWhenTheHostReports() {
    JudgeScript script =
        group("web").hosts(12).history(180).host(3).cpu(0.97).load(9.5).closeWindows(4);
    assertThat(script.open()).extracting(Episode::verdict).containsExactly(Verdict.LONE_HOST);
    script.silent().closeWindow();
    assertThat(script.open()).extracting(Episode::verdict).containsExactly(Verdict.LONE_HOST);
    script.closeWindow();
    assertThat(script.open()).extracting(Episode::verdict).containsExactly(Verdict.SILENT_HOST);
    assertThat(script.open().get(0).summary())
        .startsWith("web-03 is silent: 2 windows missed while 11 peers reported; since 03:04 UTC");
    script.recovers().closeWindow();
    assertThat(script.open()).isEmpty();
  }

  @Test
  void shouldSayInOneLineWhatAPersonActsOn() {
    JudgeScript script =
        group("web").hosts(30).history(180).host(7).cpu(0.97).load(9.5).closeWindows(3);
    Episode episode = script.open().get(0);
    assertThat(episode.summary())
        .matches(
            "web-07 is apart from its 29 peers: .*cpu 97 % \\(peers \\d+–\\d+ %\\).*; since 03:0\\d UTC");
    assertThat(episode.summary()).contains("load 9.5 (peers ");
    assertThat(episode.peerCount()).isEqualTo(29);
    assertThat(episode.peers()).hasSize(20);
    assertThat(episode.onsetAt()).isLessThan(episode.openedAt());
  }

  @Test
  void shouldGoOnAsIfNothingHadHappenedWhenWrittenAndRead() throws IOException {
    step(lone("a", 1.2), new Finding("b", Verdict.SILENT_HOST, 0, List.of(), 0, 2));
    EpisodeBook read = EpisodeBook.read(new DataInputStream(new ByteArrayInputStream(bytes(book))));
    assertThat(read.open()).isEqualTo(book.open());
    assertThat(bytes(read)).isEqualTo(bytes(book));
  }

  private static byte[] bytes(EpisodeBook book) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    book.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Finding lone(String host, double score) {
    Evidence cpu =
        new Evidence("system.cpu.utilization", "1", score > 2 ? 0.97 : 0.6, 0.5, 0.4, 0.55, 9, 0.8);
    return new Finding(host, Verdict.LONE_HOST, score, List.of(cpu), 0, 0);
  }

  private List<Episode> step(Finding... findings) {
    GroupState state = findings.length == 0 ? GroupState.NORMAL : GroupState.SUSPECTS;
    return step(state, List.of(findings), "a", "b", "c");
  }

  private List<Episode> step(GroupState state, List<Finding> findings, String... hosts) {
    List<HostWindow> windows = new ArrayList<>();
    for (String host : hosts) {
      windows.add(new HostWindow(host, new double[0], 1, 0, 0, 0));
    }
    long start = minute++ * MINUTE;
    List<Finding> concerned =
        state == GroupState.SUBGROUP
            ? List.of(lone("a", 2), lone("b", 2), lone("c", 2))
            : List.of();
    return book.step(
        new GroupJudgement(
            new GroupWindow("web", start, start + MINUTE, List.of(), windows, 0, false),
            state,
            state == GroupState.NOT_JUDGED ? NotJudgedReason.WARMING : null,
            hosts.length,
            1,
            1,
            findings,
            concerned,
            List.of(),
            Calibration.NONE,
            List.of(),
            List.of(),
            DetectionSettings.of(MINUTE)));
  }
}
