package io.peerwatch.detection.verdict;

import io.peerwatch.detection.taught.TaughtItem;
import java.util.List;

/**
 * A lesson after the group's judge has learned it.
 *
 * @param at end of the group's last window, epoch milliseconds; -1 before the first
 * @param taught what feedback taught and what still lasts
 */
public record LessonLearnt(
    Lesson lesson, long at, Calibration calibration, List<TaughtItem> taught) {}
