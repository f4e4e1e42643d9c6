package io.peerwatch.detection.verdict;

import io.peerwatch.detection.window.GroupWindow;
import io.peerwatch.detection.window.HostWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What a window says about when hosts report, whatever they report: who is silent, whose clock is
 * off, and whether enough of them reported for a comparison.
 */
final class TimeVerdicts {

  private final GroupWindow window;
  private final int reported;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param patience how many windows in a row each host may miss before it is silent
   */
  TimeVerdicts(GroupWindow window, ToIntFunction<HostWindow> patience) {
    this.window = window;
    this.reported = window.reported();
    boolean peersReported =
        !window.silence() && reported > 0 && 2 * reported >= window.hosts().size();
    for (HostWindow host : window.hosts()) {
      boolean missed = host.missedWindows() >= GapRates.PATIENCE_MIN;
      if (peersReported && missed && host.missedWindows() >= patience.applyAsInt(host)) {
        findings.add(silent(host));
      } else if (isSkewed(host)) {
        findings.add(skewed(host));
      }
    }
  }

  /** One that is behind and only late may be sending what it could not send before. */
  private static boolean isSkewed(HostWindow host) {
    return host.skewMillis() > 0 || (host.samples() > 0 && host.skewMillis() < 0);
  }

  TimeVerdicts(GroupWindow window) {
    this(window, host -> 2);
  }

  /** Silent and skewed hosts, by name. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  boolean groupSilent() {
    return window.silence() && reported == 0 && !window.hosts().isEmpty();
  }

  /** Why a comparison is impossible here, or else what is given. */
  NotJudgedReason whyNotJudged(NotJudgedReason otherwise) {
    int known = window.hosts().size();
    if (known <= 1) {
      return NotJudgedReason.NO_PEERS;
    }
    return reported < 2 || 2 * reported < known ? NotJudgedReason.TOO_FEW_REPORTED : otherwise;
  }

  private Finding silent(HostWindow host) {
    long length = window.end() - window.start();
    long onset = window.start() - (host.missedWindows() - 1L) * length;
    return new Finding(
        host.host(), Verdict.SILENT_HOST, 0, List.of(), 0, host.missedWindows(), onset);
  }

  private Finding skewed(HostWindow host) {
    return new Finding(
        host.host(), Verdict.SKEWED_CLOCK, 0, List.of(), host.skewMillis(), 0, window.start());
  }
}
