package io.peerwatch.detection.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.peerwatch.detection.episode.Episode;
import io.peerwatch.detection.episode.EpisodeState;
import io.peerwatch.detection.laboratory.Fault;
import io.peerwatch.detection.laboratory.FaultKind;
import io.peerwatch.detection.laboratory.Fleet;
import io.peerwatch.detection.laboratory.WatchedFleet;
import io.peerwatch.detection.ledger.WeekCount;
import io.peerwatch.detection.taught.Opinion;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold whatever people say, and whenever: each case is named after its seed. */
class FeedbackLawsTest {
  private static final long WINDOW = 300_000L;
  private static final long START = 1_767_571_200_000L;
  private static final int DAY = 288;
  private static final int WINDOWS = 8 * DAY;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldGoOnAsIfNothingHadHappenedWhenWrittenAndRead(long seed) throws IOException {
    Random random = new Random(seed);
    WatchedFleet undisturbed = troubled(seed);
    WatchedFleet restarted = troubled(seed);
    int said = 0;
    while (undisturbed.window() < WINDOWS) {
      undisturbed.step();
      restarted.step();
      assertThat(restarted.judgementText())
          .as("window %d of seed %d", undisturbed.window(), seed)
          .isEqualTo(undisturbed.judgementText());
      if (random.nextInt(25) == 0 && !undisturbed.changes.isEmpty()) {
        Episode alert = undisturbed.changes.get(random.nextInt(undisturbed.changes.size()));
        Opinion opinion = opinion(random);
        assertThat(restarted.say(alert, opinion)).isEqualTo(undisturbed.say(alert, opinion));
        said++;
      }
      if (random.nextInt(30) == 0) {
        restarted.restart();
      }
    }
    assertThat(said).as("seed %d", seed).isPositive();
    assertThat(restarted.changes).isEqualTo(undisturbed.changes);
    assertThat(restarted.told).isEqualTo(undisturbed.told);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void shouldCountEveryAlertOnceWhateverIsSaidOfIt(long seed) {
    Random random = new Random(seed);
    WatchedFleet watched = troubled(seed);
    while (watched.window() < WINDOWS) {
      watched.step();
      if (random.nextInt(20) == 0 && !watched.changes.isEmpty()) {
        watched.say(watched.changes.get(random.nextInt(watched.changes.size())), opinion(random));
      }
    }
    watched.runTo(WINDOWS + DAY + 1);
    List<Episode> opened =
        watched.changes.stream().filter(e -> e.state() == EpisodeState.OPENED).toList();
    WeekCount last = watched.latest().week();
    int raised = last.raised();
    int confirmed = last.confirmed();
    int falseAlarms = last.falseAlarms();
    for (WeekCount week : watched.latest().earlier()) {
      raised += week.raised();
      confirmed += week.confirmed();
      falseAlarms += week.falseAlarms();
    }
    assertThat(raised).isEqualTo(opened.size());
    assertThat(confirmed).isEqualTo(count(watched, opened, true));
    assertThat(falseAlarms).isEqualTo(count(watched, opened, false));
    for (Episode alert : opened) {
      watched.say(alert, null, Integer.MAX_VALUE);
    }
    assertThat(watched.taught()).isEmpty();
    assertThat(watched.latest().week().unjudged()).isEqualTo(watched.latest().week().raised());
    assertThat(watched.latest().earlier())
        .allSatisfy(week -> assertThat(week.unjudged()).isEqualTo(week.raised()));
  }

  private static int count(WatchedFleet watched, List<Episode> opened, boolean confirming) {
    int count = 0;
    for (Episode alert : opened) {
      Opinion said = watched.alerts().get(alert.alertId()).said();
      count += said != null && said.confirms() == confirming ? 1 : 0;
    }
    return count;
  }

  private static Opinion opinion(Random random) {
    int chosen = random.nextInt(Opinion.values().length + 1);
    return chosen == Opinion.values().length ? null : Opinion.values()[chosen];
  }

  private static WatchedFleet troubled(long seed) {
    Random random = new Random(seed);
    int hosts = 2 + random.nextInt(9);
    Fleet fleet = new Fleet(seed, hosts, WINDOW, START).missing(0.01);
    for (int i = 0; i < 14; i++) {
      FaultKind kind = FaultKind.values()[random.nextInt(FaultKind.values().length)];
      int from = 2 * DAY + random.nextInt(6 * DAY);
      int to = from + 6 + random.nextInt(120);
      fleet.with(new Fault(kind, random.nextInt(hosts), from, to, 9, Set.of(1, 2, 5, 6)));
    }
    return new WatchedFleet(fleet, WINDOW);
  }
}
