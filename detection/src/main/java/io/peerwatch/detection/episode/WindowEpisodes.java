package io.peerwatch.detection.episode;

import io.peerwatch.detection.verdict.GroupJudgement;
import java.util.List;

/**
 * What a window did to the episodes of its group.
 *
 * @param changes as {@link EpisodeBook#step} tells them; empty when nothing is worth telling
 */
public record WindowEpisodes(GroupJudgement judgement, List<Episode> changes) {}
