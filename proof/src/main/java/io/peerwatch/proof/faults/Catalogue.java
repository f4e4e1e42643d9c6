package io.peerwatch.proof.faults;

import io.peerwatch.proof.faults.live.Clocks;
import io.peerwatch.proof.faults.live.Failover;
import io.peerwatch.proof.faults.live.Soak;
import io.peerwatch.proof.faults.load.Changes;
import io.peerwatch.proof.faults.load.UnderLoad;
import io.peerwatch.proof.faults.poison.FakeHosts;
import io.peerwatch.proof.faults.poison.Poison;
import java.time.Duration;
import java.util.List;

/** All faults, in order of worth. */
public final class Catalogue {
  private static final int GROUPS = 12;
  private static final int ALERTS_MIN = 100;
  private static final int THREE = 3;
  private static final Duration FAILOVER_MAX = Duration.ofSeconds(15);
  private static final String EQUAL =
      "alerts, verdicts, readings, capacity and ledger equal an undisturbed run's, record for"
          + " record, with at least 100 alerts";

  private Catalogue() {}

  /**
   * Each once.
   *
   * @param soaking how long the soak takes
   */
  public static List<Fault> all(Duration soaking) {
    return List.of(
        kill(20),
        new Fault(
            "brokers",
            "each of three brokers away for 4 s, then one for 70 s",
            EQUAL,
            lab -> long3(180).run(lab, Disturbances.brokersAway(Duration.ofSeconds(70)))),
        new Fault(
            "rolling",
            "rolling upgrade: each of three instances stopped and started in turn, twice",
            EQUAL,
            lab ->
                new UnderLoad(GROUPS, THREE, true, Duration.ofMinutes(5), ALERTS_MIN)
                    .run(lab, Disturbances.restarts(2))),
        new Fault(
            "storm",
            "a fourth instance joins and leaves every 5 s, 20 times",
            EQUAL,
            lab -> long3(300).run(lab, Disturbances.joinsAndLeaves(20, Duration.ofSeconds(5)))),
        failover(4),
        new Fault(
            "registry",
            "schema registry down for 20 s while it works, and for 75 s while an instance starts",
            EQUAL + "; nothing is rejected",
            lab -> RegistryAway.run(lab, long3(240))),
        poison(3),
        new Fault(
            "fakehosts",
            "a million hosts that do not exist, in a group on the partition of real ones; each of"
                + " three instances killed (-9) amid some more",
            EQUAL + "; memory flat; every one refused, told or counted",
            lab -> FakeHosts.run(lab, long3(600), 1_000_000)),
        new Fault(
            "disk",
            "the folder of state takes no byte more",
            EQUAL + ", or it ends with a line that says so and goes on once there is room",
            lab -> DiskFull.run(lab, long3(300))),
        new Fault(
            "unreachable",
            "all brokers away for 30 s",
            EQUAL,
            lab -> long3(240).run(lab, Disturbances.noBroker(Duration.ofSeconds(30)))),
        new Fault(
            "duplicates",
            "every sample twice",
            EQUAL,
            lab -> UnderLoad.changed(lab, GROUPS, Changes.DOUBLED)),
        new Fault(
            "shuffle",
            "samples shuffled within the grace, a third of them twice",
            EQUAL,
            lab -> UnderLoad.changed(lab, GROUPS, Changes.shuffled(lab.seed()))),
        new Fault(
            "clocks",
            "hosts at +59 min, +2 h, +60 years, -2 h, -100 years; a group set back by an hour",
            "the neighbour group loses nothing, those ahead are named and no right one, the group set"
                + " back is judged again within 30 s",
            Clocks::run),
        new Fault(
            "soak",
            "nothing but work in real time, for " + soaking.toMinutes() + " minutes",
            "what lives on the heap, and resident memory, stay level; every group is judged to the"
                + " end",
            lab -> Soak.run(lab, soaking)));
  }

  /** Three instances, one of which is killed, in turn. */
  public static Fault kill(int times) {
    return new Fault(
        "kill",
        "three instances under load, killed (-9) in turn " + times + " times",
        EQUAL,
        lab -> long3(30 + 25 * times).run(lab, Disturbances.kills(times)));
  }

  public static Fault failover(int times) {
    return new Fault(
        "failover",
        "two instances in real time, one killed, " + times + " times",
        "every group has its next verdict within " + FAILOVER_MAX.toSeconds() + " s",
        lab -> Failover.run(lab, times, FAILOVER_MAX));
  }

  public static Fault poison(int rounds) {
    return new Fault(
        "poison",
        "random bytes, 1 MB, NaN, infinities, wrong schemas, names, places and times, 10,000"
            + " metrics among real samples",
        EQUAL + "; every one on rejected-records with its reason",
        lab -> long3(90).run(lab, Poison.amid("group-a", rounds)));
  }

  private static UnderLoad long3(int seconds) {
    return new UnderLoad(GROUPS, THREE, false, Duration.ofSeconds(seconds), ALERTS_MIN);
  }
}
