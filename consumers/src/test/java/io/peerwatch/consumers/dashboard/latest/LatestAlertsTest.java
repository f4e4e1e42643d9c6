package io.peerwatch.consumers.dashboard.latest;

import static io.peerwatch.consumers.dashboard.MadeUpFleet.NOON;
import static io.peerwatch.consumers.dashboard.MadeUpFleet.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.schemas.avro.AlertState;
import io.peerwatch.schemas.avro.HostAlert;
import io.peerwatch.schemas.avro.Severity;
import io.peerwatch.schemas.avro.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestAlertsTest {
  private final LatestAlerts latest =
      new LatestAlerts(new MemoryBounds(10, 10, 10, 10, /* openAlerts */ 3, /* resolved */ 2));

  @Test
  void shouldListTheMostSevereFirstThenTheNewest() {
    latest.add(alert("old", "web", "a").setOpenedAt(NOON.minusSeconds(600)).build());
    latest.add(alert("new", "web", "b").build());
    latest.add(alert("bad", "db", "c").setSeverity(Severity.CRITICAL).build());
    assertThat(latest.open())
        .extracting(HostAlert::getAlertId)
        .containsExactly("bad", "new", "old");
    assertThat(latest.openOf("web"))
        .extracting(HostAlert::getAlertId)
        .containsExactly("new", "old");
  }

  @Test
  void shouldMoveAnEpisodeToTheResolvedOnes() {
    latest.add(alert("1", "web", "a").build());
    latest.add(resolved("1", 60));
    assertThat(latest.open()).isEmpty();
    assertThat(latest.resolved()).extracting(HostAlert::getAlertId).containsExactly("1");
  }

  @Test
  void shouldNotReopenWhenAnOlderStateIsReadAgain() {
    latest.add(resolved("1", 60));
    latest.add(alert("1", "web", "a").build());
    assertThat(latest.open()).isEmpty();
  }

  @Test
  void shouldForgetTheOldestOfTooMany() {
    for (int i = 0; i < 5; i++) {
      latest.add(alert("open" + i, "web", "a").setUpdatedAt(NOON.plusSeconds(i)).build());
      latest.add(resolved("done" + i, i));
    }
    assertThat(latest.open())
        .extracting(HostAlert::getAlertId)
        .containsExactlyInAnyOrder("open2", "open3", "open4");
    assertThat(latest.resolved())
        .extracting(HostAlert::getAlertId)
        .containsExactly("done4", "done3");
  }

  @Test
  void shouldNameTheHostsThatStandApartButNotThoseOfAWholeGroup() {
    latest.add(alert("1", "web", "a").build());
    latest.add(ofGroup("2", Verdict.SUBGROUP, List.of("b", "c")));
    latest.add(ofGroup("3", Verdict.GROUP_SHIFT, List.of("d", "e")));
    assertThat(latest.oddHosts("web")).containsOnlyKeys("a", "b", "c");
  }

  private static HostAlert ofGroup(String id, Verdict verdict, List<String> hosts) {
    return alert(id, "web", null).setVerdict(verdict).setHosts(hosts).build();
  }

  private static HostAlert resolved(String id, int secondsLater) {
    return alert(id, "web", "a")
        .setState(AlertState.RESOLVED)
        .setUpdatedAt(NOON.plusSeconds(secondsLater))
        .setResolvedAt(NOON.plusSeconds(secondsLater))
        .build();
  }
}
