package io.peerwatch.detection.verdict;

import io.peerwatch.detection.taught.TaughtItem;
import io.peerwatch.detection.window.GroupWindow;
import java.util.List;

/**
 * What the comparison says of one window.
 *
 * @param reason null unless the state is NOT_JUDGED
 * @param hostsJudged hosts that were compared with peers
 * @param metricsJudged metrics that enough hosts shared
 * @param threshold raw score at which a host alerts; NaN when not judged
 * @param findings hosts found apart, worst first; verdicts of time may stand beside NOT_JUDGED
 * @param hostsConcerned for GROUP_SHIFT, SUBGROUP, PAIR_DIVERGED and GROUP_SILENT the hosts it is
 *     said of, worst first, with their evidence; else empty
 * @param readings by metric, sorted by name; laid out when they are first looked at, which must be
 *     before the judge is given the next window
 * @param calibration what the threshold stands on
 * @param accepted hosts whose level a person acknowledged and that has become normal in this window
 * @param taught what feedback taught and what still lasts
 * @param settings what the window was judged by
 */
public record GroupJudgement(
    GroupWindow window,
    GroupState state,
    NotJudgedReason reason,
    int hostsJudged,
    int metricsJudged,
    double threshold,
    List<Finding> findings,
    List<Finding> hostsConcerned,
    List<MetricReadings> readings,
    Calibration calibration,
    List<String> accepted,
    List<TaughtItem> taught,
    DetectionSettings settings) {}
