package io.peerwatch.detection.evidence;

/**
 * Means of deviations that forget (EWMA), of one metric over hosts.
 *
 * @param step how far a mean goes towards a new value: 2 / (span + 1)
 * @param clip a deviation further off counts as if it were so far
 */
record SlowMean(float step, float clip) {

  /** Takes in a window's deviations; of hosts that told nothing, or never wander, means stay. */
  void take(Window now, float[] newest, float[] means) {
    float part = step;
    float limit = clip;
    float[] told = now.told;
    float[] wanders = now.wanders;
    int to = now.to;
    for (int i = now.from; i < to; i++) {
      float clipped = Math.max(-limit, Math.min(limit, newest[i]));
      means[i] = means[i] + part * told[i] * wanders[i] * (clipped - means[i]);
    }
  }

  /**
   * One over the variance of such a mean of deviations of variance 1 that wander.
   *
   * @param ratio what is left of a deviation a window later
   */
  float perVariance(float ratio) {
    float kept = (1 - step) * ratio;
    return (2 - step) / step * (1 - kept) / (1 + kept);
  }
}
