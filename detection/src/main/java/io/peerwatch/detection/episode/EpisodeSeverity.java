package io.peerwatch.detection.episode;

import io.peerwatch.detection.metric.MetricDictionary;
import io.peerwatch.detection.metric.MetricInfo;
import io.peerwatch.detection.verdict.Evidence;
import io.peerwatch.detection.verdict.Finding;
import io.peerwatch.detection.verdict.Severity;
import io.peerwatch.detection.verdict.Verdict;

/**
 * How much a finding matters. A score asks both: how sure (in units of the threshold) and how large
 * in practice (the distance from the expected in the metric's smallest difference that matters, and
 * whether it goes the way that is trouble).
 */
final class EpisodeSeverity {

  private static final double SURE = 2;
  private static final double LARGE = 10;
  private static final double NOTICEABLE = 3;

  private EpisodeSeverity() {}

  static Severity of(Verdict verdict, Finding finding, MetricDictionary metrics) {
    return switch (verdict) {
      case GROUP_SILENT -> Severity.CRITICAL;
      case GROUP_SHIFT -> Severity.INFO;
      case SILENT_HOST, SKEWED_CLOCK, SUBGROUP, PAIR_DIVERGED -> Severity.WARNING;
      case LONE_HOST -> ofScore(finding, metrics);
    };
  }

  private static Severity ofScore(Finding finding, MetricDictionary metrics) {
    double size = 0;
    for (Evidence evidence : finding.evidence()) {
      size = Math.max(size, harm(evidence, metrics));
    }
    if (finding.score() >= SURE && size >= LARGE) {
      return Severity.CRITICAL;
    }
    return size >= NOTICEABLE ? Severity.WARNING : Severity.INFO;
  }

  /** Distance in smallest differences that matter; only a third of it when it goes the good way. */
  private static double harm(Evidence evidence, MetricDictionary metrics) {
    MetricInfo info = metrics.of(evidence.metric());
    double expected = evidence.expected();
    double observed = evidence.observed();
    double floor = info.floorAt(Math.max(Math.abs(expected), Math.abs(observed)));
    if (!(floor > 0) || Double.isNaN(expected)) {
      return 0;
    }
    double size = Math.abs(observed - expected) / floor;
    return info.isWorse(observed, expected) ? size : size / 3;
  }
}
