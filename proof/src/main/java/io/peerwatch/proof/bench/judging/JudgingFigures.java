package io.peerwatch.proof.bench.judging;

/**
 * How fast windows of one size were judged: values by second of processor time, which is a second
 * of one core that has nothing else to do.
 *
 * @param hosts hosts of the group
 * @param metrics metrics of each host
 * @param valuesPerSecond host-metric values judged a second: bias, scale, evidence, verdict, and
 *     what is learned from them
 * @param valuesPerSecondError half the 99.9 % interval of that; 0 where it was measured once
 * @param valuesPerSecondRead the same where everything is laid out for dashboards, too
 * @param valuesPerSecondSelected values a second of which a bare selection finds the medians
 * @param bytesPerValue allocated in judging
 * @param bytesPerValueRead allocated in judging and laying out for dashboards
 */
public record JudgingFigures(
    int hosts,
    int metrics,
    double valuesPerSecond,
    double valuesPerSecondError,
    double valuesPerSecondRead,
    double valuesPerSecondSelected,
    double bytesPerValue,
    double bytesPerValueRead) {

  /** Speed of judging in terms of the bare selection's: 1 is as fast. */
  public double ratioToMedianSelection() {
    return valuesPerSecond / valuesPerSecondSelected;
  }
}
