package io.peerwatch.detection.metric;

/**
 * Exponentials of whole columns of floats, to about five digits, where that is more than what they
 * are taken of is known to: {@code e^x = (e^(x/64))^64}, the inner one as a polynomial. Nothing but
 * products and sums, so it gives the same everywhere, in loops that become vector instructions.
 */
public final class Exponentials {

  /** What is beyond is taken for this. */
  private static final float X_MAX = 32;

  private static final float PART = 1f / 64;

  /**
   * @param to receives e to the power of each of the first so many; may be the same array
   */
  public void of(float[] x, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      float r = Math.max(-X_MAX, Math.min(X_MAX, x[i])) * PART;
      float high = r * r * r * r * (1f / 24 + r * (1f / 120 + r * (1f / 720 + r * (1f / 5040))));
      to[i] = 1 + r * (1 + r * (0.5f + r * (1f / 6))) + high;
    }
    for (int squarings = 0; squarings < 6; squarings++) {
      square(to, count);
    }
  }

  private static void square(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = values[i] * values[i];
    }
  }
}
