package io.peerwatch.proof.bench.pipeline;

import io.peerwatch.proof.bench.pipeline.contestant.Contestant;
import io.peerwatch.proof.bench.pipeline.measure.StateBytes;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One contestant in all rounds.
 *
 * @param metrics in each sample
 * @param warmUp rounds that don't count; may be none
 * @param rounds that count, one at least
 */
public record ContestantFigures(
    Contestant contestant, int metrics, List<RoundFigures> warmUp, List<RoundFigures> rounds) {

  public ContestantFigures {
    warmUp = List.copyOf(warmUp);
    rounds = List.copyOf(rounds);
  }

  /** Median of the rounds. */
  public double samplesPerSecond() {
    return median(RoundFigures::samplesPerSecond);
  }

  public double samplesPerSecondBest() {
    return rounds.stream().mapToDouble(RoundFigures::samplesPerSecond).max().orElseThrow();
  }

  /** Of the very first round, with nothing compiled: how catching up begins after a restart. */
  public double samplesPerSecondCold() {
    return (warmUp.isEmpty() ? rounds : warmUp).get(0).samplesPerSecond();
  }

  /** What compiling took of its processor time in the rounds that count. */
  public double compileShare() {
    return median(RoundFigures::compileShare);
  }

  public double valuesPerSecond() {
    return samplesPerSecond() * metrics;
  }

  /** Share of the samples that were lost as late. */
  public double lateShare() {
    return median(round -> round.lateSamples() / round.samples());
  }

  public double cpuMicrosPerSample() {
    return median(round -> round.cpuNanos() / 1e3 / round.samples());
  }

  public long heapBytes() {
    return (long) median(RoundFigures::heapBytes);
  }

  public double internalBytesPerSample() {
    return median(round -> (double) round.internalBytes() / round.samples());
  }

  /** Of the last round. */
  public long stateBytes() {
    return StateBytes.sum(last().stateBytes());
  }

  public RoundFigures last() {
    return rounds.get(rounds.size() - 1);
  }

  private double median(ToDoubleFunction<RoundFigures> figure) {
    List<Double> sorted =
        rounds.stream().map(figure::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
