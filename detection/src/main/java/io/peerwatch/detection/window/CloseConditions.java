package io.peerwatch.detection.window;

import java.util.Collection;

/**
 * Whether the earliest open window of a group is due, kept up to date at each sample in constant
 * time. All of it follows from the hosts' state, so none of it is stored.
 */
final class CloseConditions {
  static final long NONE = Long.MAX_VALUE;

  private static final int QUORUM = 3;
  private static final int AWAKE_MISSED_MAX = 1;

  private WindowPlan plan;
  private long candidateStart = NONE;
  private long candidateEnd;
  private long graceMillis;
  private long patienceMillis;
  private long farFrom;
  private long closedThrough = HostGathering.NEVER;
  private int awake;

  /** Of the hosts, how many stand how with respect to the candidate. */
  private int heard;

  private int passed;
  private int reported;
  private int wentOn;
  private int wentOnAndPassed;
  private int far;
  private int farAwake;

  CloseConditions(WindowPlan plan) {
    this.plan = plan;
  }

  /** To be followed by {@link #restart}. */
  void follow(WindowPlan next) {
    plan = next;
  }

  /** Start of the earliest open window, or {@link #NONE}. */
  long candidateStart() {
    return candidateStart;
  }

  boolean due(int known) {
    if (candidateStart == NONE || heard == 0) {
      return false;
    }
    if (reported == known) {
      return true;
    }
    if (2 * farAwake > awake) {
      return 2 * passed > heard; // not some fast clocks: the group resumed after a gap
    }
    int near = heard - far;
    boolean clockKnown = near >= Math.max(1, Math.min(QUORUM, awake - farAwake));
    boolean clockPassed = clockKnown && 2 * (passed - far) > near;
    return clockPassed || 2 * wentOnAndPassed > wentOn;
  }

  /**
   * Takes in that a host was heard; {@code hosts} are all of the group, that one included.
   *
   * @param firstBefore start of its earliest open window before, or {@link #NONE}
   */
  void heard(HostGathering host, long firstBefore, Collection<HostGathering> hosts, long epoch) {
    long first = host.firstOpen();
    boolean candidatePushedOut = firstBefore == candidateStart && first > candidateStart;
    if (first < candidateStart || candidatePushedOut) {
      restart(hosts, epoch, closedThrough);
      return;
    }
    Standing now = standingOf(host, epoch);
    if (now == host.standing) {
      return;
    }
    if (host.standing == null) {
      awake++;
    } else {
      subtract(host.standing);
    }
    host.standing = now;
    add(now);
  }

  /** Counts anew: the candidate has changed, or a host has come or gone. */
  void restart(Collection<HostGathering> hosts, long epoch, long lastClose) {
    closedThrough = lastClose;
    candidateStart = earliest(hosts);
    if (candidateStart != NONE) {
      WindowSettings settings = plan.at(candidateStart);
      candidateEnd = plan.windowEnd(candidateStart);
      graceMillis = settings.graceMillis();
      patienceMillis = 2 * settings.windowMillis() + graceMillis;
      farFrom = farFrom(settings);
    }
    awake = 0;
    heard = 0;
    passed = 0;
    reported = 0;
    wentOn = 0;
    wentOnAndPassed = 0;
    far = 0;
    farAwake = 0;
    for (HostGathering host : hosts) {
      awake += isAwake(host) ? 1 : 0;
      host.standing = standingOf(host, epoch);
      add(host.standing);
    }
  }

  /**
   * Median of the latest timestamps of the hosts heard in this epoch, the lower of two; {@link
   * HostGathering#NEVER} when none was.
   */
  long clock(Collection<HostGathering> hosts, long epoch) {
    long[] latest =
        hosts.stream()
            .filter(host -> host.heardInEpoch == epoch)
            .mapToLong(host -> host.latest)
            .toArray();
    return latest.length == 0 ? HostGathering.NEVER : LowerMedian.of(latest);
  }

  private static long earliest(Collection<HostGathering> hosts) {
    long earliest = NONE;
    for (HostGathering host : hosts) {
      earliest = Math.min(earliest, host.firstOpen());
    }
    return earliest;
  }

  private static boolean isAwake(HostGathering host) {
    return host.missedWindows <= AWAKE_MISSED_MAX;
  }

  private Standing standingOf(HostGathering host, long epoch) {
    boolean isHeard = host.heardInEpoch == epoch;
    if (candidateStart == NONE) {
      return Standing.of(isHeard, false, false, false, false, false);
    }
    return Standing.of(
        isHeard,
        isHeard && host.hasPassed(candidateEnd + graceMillis) && hasStarted(host),
        host.hasReported(candidateStart, candidateEnd, graceMillis),
        isHeard && host.progressMillis >= patienceMillis,
        isHeard && host.hasPassed(farFrom),
        isHeard && host.hasPassed(farFrom) && isAwake(host));
  }

  /** Whether its clock can be told from one that is merely heard first. */
  private boolean hasStarted(HostGathering host) {
    return closedThrough != HostGathering.NEVER || host.progressMillis >= Math.max(1, graceMillis);
  }

  /** Seen from the last close: the earliest open window may be one of the fast clocks' own. */
  private long farFrom(WindowSettings settings) {
    long nextEnd =
        closedThrough == HostGathering.NEVER
            ? candidateEnd
            : closedThrough + settings.windowMillis();
    return nextEnd + graceMillis + settings.skewBudgetMillis();
  }

  private void add(Standing standing) {
    count(standing, 1);
  }

  private void subtract(Standing standing) {
    count(standing, -1);
  }

  private void count(Standing standing, int by) {
    heard += standing.heard() ? by : 0;
    passed += standing.passed() ? by : 0;
    reported += standing.reported() ? by : 0;
    wentOn += standing.wentOn() ? by : 0;
    wentOnAndPassed += standing.wentOn() && standing.passed() ? by : 0;
    far += standing.far() ? by : 0;
    farAwake += standing.farAwake() ? by : 0;
  }

  /**
   * How one host stands with respect to the candidate window.
   *
   * @param far heard, and ahead of the group's next window by more than a clock may be off
   */
  record Standing(
      boolean heard,
      boolean passed,
      boolean reported,
      boolean wentOn,
      boolean far,
      boolean farAwake) {
    private static final Standing[] ALL = new Standing[64];

    static {
      for (int i = 0; i < ALL.length; i++) {
        ALL[i] =
            new Standing(
                (i & 1) != 0,
                (i & 2) != 0,
                (i & 4) != 0,
                (i & 8) != 0,
                (i & 16) != 0,
                (i & 32) != 0);
      }
    }

    /** The shared instance: one is looked up for every sample. */
    static Standing of(
        boolean heard,
        boolean passed,
        boolean reported,
        boolean wentOn,
        boolean far,
        boolean farAwake) {
      int low = (heard ? 1 : 0) | (passed ? 2 : 0) | (reported ? 4 : 0) | (wentOn ? 8 : 0);
      return ALL[low | (far ? 16 : 0) | (farAwake ? 32 : 0)];
    }
  }
}
