package io.peerwatch.detection.metric;

/**
 * {@link Transform#apply} for whole columns: the same to the last bit, without a call for each
 * value. Keeps its working memory from call to call.
 */
public final class ColumnTransform {

  private final Logarithms logarithms = new Logarithms();

  /**
   * Transforms a metric's values.
   *
   * @param values by host; for {@link Transform#PER_CORE} already divided by the cores; NaN where
   *     there is none
   * @param to receives the transformed values; NaN where there is none
   * @param floor of the metric
   */
  public void apply(Transform transform, double[] values, double[] to, int count, double floor) {
    transform.beforeLogarithm(values, to, count, floor);
    if (transform == Transform.LINEAR) {
      return;
    }
    logarithms.of(to, count);
    if (transform != Transform.LOGIT) {
      sign(values, to, count);
    }
  }

  private static void sign(double[] values, double[] to, int count) {
    for (int i = 0; i < count; i++) {
      if (!(values[i] > 0)) {
        to[i] = Math.copySign(to[i], values[i]);
      }
    }
  }
}
