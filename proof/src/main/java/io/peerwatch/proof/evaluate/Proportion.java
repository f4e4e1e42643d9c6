package io.peerwatch.proof.evaluate;

/**
 * So many of so many, with the 95 % interval of Wilson (<i>Probable inference, the law of
 * succession, and statistical inference</i>, JASA 1927), which holds for few and for extreme ones,
 * too. Cases of one group resemble each other, so that the true interval is rather wider.
 *
 * @param hits 0 to {@code of}
 * @param of how many there were
 */
public record Proportion(long hits, long of) {
  private static final double NORMAL = 1.959964;

  public Proportion {
    if (hits < 0 || hits > of) {
      throw new IllegalArgumentException(hits + " of " + of + " can't be");
    }
  }

  /** 0..1; NaN of none. */
  public double value() {
    return of == 0 ? Double.NaN : (double) hits / of;
  }

  /** 0..1; NaN of none. */
  public double low() {
    return Math.max(0, centre() - half());
  }

  /** 0..1; NaN of none. */
  public double high() {
    return Math.min(1, centre() + half());
  }

  private double centre() {
    return (value() + NORMAL * NORMAL / (2 * of)) / (1 + NORMAL * NORMAL / of);
  }

  private double half() {
    double inner = value() * (1 - value()) / of + NORMAL * NORMAL / (4.0 * of * of);
    return NORMAL * Math.sqrt(inner) / (1 + NORMAL * NORMAL / of);
  }
}
