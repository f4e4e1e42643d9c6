package io.peerwatch.detection.metric;

/**
 * Natural logarithms of whole columns: the same as {@link StrictMath#log} to the last bit, several
 * times as fast.
 *
 * <p>The method is fdlibm's ({@code e_log.c}, Sun Microsystems 1993, which StrictMath is defined
 * by): {@code x = 2^k (1 + f)} with {@code √2/2 < 1 + f < √2}, {@code s = f / (2 + f)}, and a
 * polynomial of degree 14 in s. It is laid out in loops without branches, which the compiler turns
 * into vector instructions; the few values that fdlibm treats apart go to StrictMath.
 */
final class Logarithms {

  private static final double LN2_HIGH = 6.93147180369123816490e-01;
  private static final double LN2_LOW = 1.90821492927058770002e-10;
  private static final double L1 = 6.666666666666735130e-01;
  private static final double L2 = 3.999999999940941908e-01;
  private static final double L3 = 2.857142874366239149e-01;
  private static final double L4 = 2.222219843214978396e-01;
  private static final double L5 = 1.818357216161805012e-01;
  private static final double L6 = 1.531383769920937332e-01;
  private static final double L7 = 1.479819860511658591e-01;

  /** High words: of the smallest normal number, of infinity, and the bits of a significand. */
  private static final int NORMAL = 0x0010_0000;

  private static final int INFINITE = 0x7ff0_0000;
  private static final int SIGNIFICAND = 0x000f_ffff;

  private double[] exponent = new double[0];
  private double[] fraction = new double[0];
  private double[] far = new double[0];
  private double[] polynomial = new double[0];
  private double[] special = new double[0];
  private int[] apart = new int[0];

  /** Puts the logarithm of each of the first so many values in its place. */
  void of(double[] values, int count) {
    if (exponent.length < count) {
      exponent = new double[count];
      fraction = new double[count];
      far = new double[count];
      polynomial = new double[count];
      special = new double[count];
      apart = new int[count];
    }
    int specials = split(values, count);
    polynomials(count);
    assemble(values, count);
    for (int i = 0; i < specials; i++) {
      values[apart[i]] = StrictMath.log(special[i]);
    }
  }

  /** Takes values apart; returns how many have to be treated apart, which {@code apart} lists. */
  private int split(double[] values, int count) {
    int specials = 0;
    for (int i = 0; i < count; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      int high = (int) (bits >> 32);
      int significand = high & SIGNIFICAND;
      int carry = (significand + 0x95f64) & NORMAL;
      long whole = (long) (significand | (carry ^ 0x3ff0_0000)) << 32 | bits & 0xffff_ffffL;
      double f = Double.longBitsToDouble(whole) - 1.0;
      boolean nearPower = (SIGNIFICAND & (2 + significand)) < 3 && f != 0;
      if (high < NORMAL || high >= INFINITE || nearPower) {
        special[specials] = values[i];
        apart[specials++] = i;
        f = 0;
      }
      fraction[i] = f;
      exponent[i] = (high >> 20) - 1023 + (carry >> 20);
      // 1 where fdlibm sums in the order that is exact far from 1, else 0
      far[i] = 1 - (((significand - 0x6147a) | (0x6b851 - significand)) - 1 >>> 31);
    }
    return specials;
  }

  private void polynomials(int count) {
    double[] of = fraction;
    double[] to = polynomial;
    for (int i = 0; i < count; i++) {
      double s = of[i] / (2.0 + of[i]);
      double z = s * s;
      double w = z * z;
      to[i] = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
    }
  }

  private void assemble(double[] values, int count) {
    double[] r = polynomial;
    double[] fractions = fraction;
    double[] exponents = exponent;
    double[] chosen = far;
    for (int i = 0; i < count; i++) {
      double f = fractions[i];
      double s = f / (2.0 + f);
      double low = exponents[i] * LN2_LOW;
      double half = 0.5 * f * f;
      double distant = half - (s * (half + r[i]) + low);
      double close = s * (f - r[i]) - low;
      double correction = chosen[i] * distant + (1 - chosen[i]) * close;
      values[i] = exponents[i] * LN2_HIGH - (correction - f);
    }
  }
}
