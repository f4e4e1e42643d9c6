package io.peerwatch.detection.verdict;

import java.util.List;

/**
 * One host found apart in one window.
 *
 * @param score evidence in units of the threshold: 1 is where it alerts; 0 for verdicts of time
 * @param evidence the most blamed metrics first, at most 8; empty for verdicts of time
 * @param skewMillis for SKEWED_CLOCK how far its clock is ahead (positive) or behind, else 0
 * @param missedWindows for SILENT_HOST how many windows in a row it missed, else 0
 * @param onsetAt start of the window in which the trouble began, epoch milliseconds: for scores the
 *     first window of the unbroken run above what is usual, for silence the first missed one; -1
 *     when unknown
 * @param lostWork name of the work metric where the host lost its work while peers have it; else
 *     null
 */
public record Finding(
    String host,
    Verdict verdict,
    double score,
    List<Evidence> evidence,
    long skewMillis,
    int missedWindows,
    long onsetAt,
    String lostWork) {

  /** A finding that is not about lost work. */
  public Finding(
      String host,
      Verdict verdict,
      double score,
      List<Evidence> evidence,
      long skewMillis,
      int missedWindows,
      long onsetAt) {
    this(host, verdict, score, evidence, skewMillis, missedWindows, onsetAt, null);
  }

  /** A finding of unknown onset. */
  public Finding(
      String host,
      Verdict verdict,
      double score,
      List<Evidence> evidence,
      long skewMillis,
      int missedWindows) {
    this(host, verdict, score, evidence, skewMillis, missedWindows, -1);
  }
}
