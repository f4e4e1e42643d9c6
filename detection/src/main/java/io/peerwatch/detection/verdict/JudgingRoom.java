package io.peerwatch.detection.verdict;

import io.peerwatch.detection.window.HostWindow;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a window is judged: the working memory, as large as the largest group needs. Nothing in it
 * is remembered from one window to the next, so judges that take turns on one thread may share one:
 * a fleet of many small groups then works in memory that is near.
 */
public final class JudgingRoom {
  final Comparison now = new Comparison();
  final Scores scores = new Scores();
  final SideEvidence sides = new SideEvidence();
  private final List<HostWindow> reporting = new ArrayList<>();
  private HostRecord[] theirs = new HostRecord[0];

  /** The records of those that told something, in the order of {@link #reporting}. */
  HostRecord[] theirs() {
    return theirs;
  }

  /** Those that told something; their records come to the front of {@link #theirs}. */
  List<HostWindow> reporting(List<HostWindow> hosts, HostRecord[] records) {
    reporting.clear();
    if (theirs.length < records.length) {
      theirs = new HostRecord[records.length];
    }
    for (int h = 0; h < records.length; h++) {
      if (hosts.get(h).samples() > 0) {
        theirs[reporting.size()] = records[h];
        reporting.add(hosts.get(h));
      }
    }
    return reporting;
  }
}
