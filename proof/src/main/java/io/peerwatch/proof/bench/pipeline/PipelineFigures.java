package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was measured in one run.
 *
 * @param sampleBytes of one sample on the broker's disk, compressed as it is there
 * @param live how it went at the live cadence, if it did
 */
public record PipelineFigures(
    PipelineSettings settings,
    double sampleBytes,
    List<ContestantFigures> contestants,
    Optional<LiveFigures> live) {

  public Optional<ContestantFigures> of(Contestant contestant) {
    return contestants.stream().filter(figures -> figures.contestant() == contestant).findFirst();
  }

  /** Ours to another's, by the medians; empty when one of them did not run. */
  public Optional<Double> ratioTo(Contestant other) {
    return of(Contestant.PEERWATCH)
        .flatMap(
            ours -> of(other).map(theirs -> ours.samplesPerSecond() / theirs.samplesPerSecond()));
  }
}
