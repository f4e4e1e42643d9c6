package io.peerwatch.detection.verdict;

import io.peerwatch.detection.baseline.Lowest;
import io.peerwatch.detection.baseline.MetricColumn;
import io.peerwatch.detection.peers.PeerMedians;

/**
 * With whom the hosts of a window are compared, one metric after another: hosts that told a value
 * and are known on the metric, but suspects. Who is no peer is compared with the median of all.
 */
final class Peers {

  /** Values of a metric before its host is a peer of others on it. */
  static final int PEER_FROM = 10;

  private final PeerMedians medians = new PeerMedians();
  private final Lowest lowest = new Lowest();
  private boolean[] isPeer = new boolean[0];

  /** Places of those that are no peers, some of them twice. */
  private int[] outsider = new int[0];

  private int outsiders;
  private int company;

  /**
   * Finds who is a peer on a metric, and the medians.
   *
   * @param u of the metric; becomes NaN where nothing is known of a host
   * @param seen values of the metric that each host was seen with
   */
  void find(float[] u, float[] seen, Attendance present) {
    if (isPeer.length < seen.length) {
      isPeer = new boolean[seen.length];
      outsider = new int[2 * seen.length];
    }
    float from = peerFrom(seen, present);
    if (allReported(u, seen, from, present)) {
      company = seen.length - present.absentHosts;
      outsiders = present.unusualHosts;
      System.arraycopy(present.unusualPlaces, 0, outsider, 0, outsiders);
      medians.of(u, seen.length, outsider, outsiders);
    } else {
      findOneByOne(u, seen, from, present);
    }
  }

  /** A newcomer is no peer yet, unless all are newcomers. */
  private static float peerFrom(float[] seen, Attendance present) {
    float longest = 1;
    for (int h = 0; h < present.hosts && longest < PEER_FROM; h++) {
      longest = Math.max(longest, seen[present.place[h]] / 2);
    }
    return Math.min(PEER_FROM, longest);
  }

  /** Whether all hosts are known on the metric, and those that report told a value. */
  private boolean allReported(float[] u, float[] seen, float from, Attendance present) {
    for (int i = 0; i < present.absentHosts; i++) {
      u[present.absentPlaces[i]] = 0;
    }
    boolean all =
        lowest.allAtLeast(-MetricColumn.U_CLIP, u, 0, seen.length)
            && lowest.allAtLeast(from, seen, 0, seen.length);
    for (int i = 0; i < present.absentHosts; i++) {
      u[present.absentPlaces[i]] = Float.NaN;
    }
    return all;
  }

  private void findOneByOne(float[] u, float[] seen, float from, Attendance present) {
    System.arraycopy(present.usual, 0, isPeer, 0, seen.length);
    System.arraycopy(present.suspectPlaces, 0, outsider, 0, present.suspects);
    outsiders = present.suspects;
    for (int at = 0; at < seen.length; at++) {
      if (seen[at] < from || Float.isNaN(u[at])) {
        u[at] = seen[at] < 1 ? Float.NaN : u[at];
        outsider[outsiders++] = at;
        isPeer[at] = false;
      }
    }
    company = seen.length - (outsiders - present.suspects);
    medians.of(u, isPeer, seen.length);
  }

  /** How many are peers. */
  int count() {
    return medians.count();
  }

  /** How many told a value and are known, suspects or not. */
  int company() {
    return company;
  }

  /** Median of all peers; NaN without any. */
  float median() {
    return medians.full();
  }

  /** Tells every host the median of its peers; NaN where it has no value itself. */
  void tell(float[] u, float[] c, int places) {
    medians.without(u, c, places);
    for (int i = 0; i < outsiders; i++) {
      int at = outsider[i];
      c[at] = Float.isNaN(u[at]) ? Float.NaN : medians.full();
    }
  }
}
