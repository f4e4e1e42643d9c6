package io.peerwatch.proof.evaluate.bound;

import io.peerwatch.proof.evaluate.lab.Injection;
import io.peerwatch.proof.evaluate.lab.InjectionKind;
import io.peerwatch.proof.evaluate.lab.LabGroup;
import io.peerwatch.proof.evaluate.lab.Truth;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What tests that know all of one group find of its faults, within a budget. Hosts are independent
 * once the load is known: a host's share of the budget is all that the others matter for.
 */
public final class PerfectTests {
  private static final int WEEK_WINDOWS = (LabGroup.WINDOWS - LabGroup.HISTORY_WINDOWS) / 2;

  /** Weeks of a healthy host that the threshold of the search is made of. */
  private static final int HOST_WEEKS = 12;

  /** Of so many windows without another, a maximum stands for one alarm. */
  private static final int BLOCK_WINDOWS = 24;

  /** The tail of a likelihood ratio is e^−x: beyond this rank it is continued so. */
  private static final int RANK_MIN = 10;

  private static final int DRAWS = 10;
  private static final int BEFORE_WINDOWS = 24;

  /** Half an hour. */
  static final int SOON_WINDOWS = 6;

  private final Truth truth;
  private final Told told;
  private final Search search;
  private final SplittableRandom random;
  private final double threshold;

  /**
   * @param falseAlarmsPerWeek of the whole group
   */
  public PerfectTests(Truth truth, int hosts, double falseAlarmsPerWeek, long seed) {
    this.truth = truth;
    this.random = new SplittableRandom(seed);
    double perHostWeek = falseAlarmsPerWeek / hosts;
    this.told = new Told(truth, perHostWeek / WEEK_WINDOWS, random.nextLong());
    this.search = new Search(truth);
    this.threshold = threshold(hosts, perHostWeek);
  }

  private double threshold(int hosts, double perHostWeek) {
    double[] highest = new double[HOST_WEEKS * WEEK_WINDOWS / BLOCK_WINDOWS];
    int next = 0;
    for (int i = 0; i < HOST_WEEKS; i++) {
      int from = LabGroup.HISTORY_WINDOWS + i % 2 * WEEK_WINDOWS;
      Path healthy = Path.drawn(truth, random, i % hosts, from, WEEK_WINDOWS, null);
      for (int block = 0; block < WEEK_WINDOWS / BLOCK_WINDOWS; block++, next++) {
        for (int t = block * BLOCK_WINDOWS; t < (block + 1) * BLOCK_WINDOWS; t++) {
          highest[next] = Math.max(highest[next], search.ratio(healthy, t));
        }
      }
    }
    Arrays.sort(highest);
    double allowed = perHostWeek * HOST_WEEKS;
    int rank = (int) Math.max(RANK_MIN, Math.min(highest.length, Math.floor(allowed)));
    return highest[highest.length - rank] + StrictMath.log(rank / allowed);
  }

  /** Adds what is found of one fault. */
  public void add(Injection fault, BoundTally tally) {
    int windows = fault.to() - fault.from();
    int soon = Math.min(windows, SOON_WINDOWS);
    int searched = 0;
    int searchedSoon = 0;
    for (int i = 0; i < DRAWS; i++) {
      int after = searched(fault);
      searched += after >= 0 ? 1 : 0;
      searchedSoon += after >= 0 && after < soon ? 1 : 0;
    }
    tally.add(
        fault.kind(),
        new Found(
            told.found(fault, windows),
            told.found(fault, soon),
            (double) searched / DRAWS,
            (double) searchedSoon / DRAWS));
  }

  /** Windows after which the search finds it; -1 for never. */
  private int searched(Injection fault) {
    if (fault.kind() == InjectionKind.STUCK || fault.kind() == InjectionKind.SILENCE) {
      return 1; // the second value that is the same, or is missing, can't be chance
    }
    int from = fault.from() - BEFORE_WINDOWS;
    Path path = Path.drawn(truth, random, fault.host(), from, fault.to() - from, fault);
    for (int t = BEFORE_WINDOWS; t < path.windows(); t++) {
      if (search.ratio(path, t) >= threshold) {
        return t - BEFORE_WINDOWS;
      }
    }
    return -1;
  }
}
