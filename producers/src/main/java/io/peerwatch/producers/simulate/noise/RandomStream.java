package io.peerwatch.producers.simulate.noise;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * A stream of random numbers that belongs to one name, such as a host of a group: who else is
 * simulated doesn't change it. The same on every Java version and machine.
 */
public final class RandomStream {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final double UNIT = 0x1.0p-53;

  private final SplittableRandom random;
  private double spare = Double.NaN; // the polar method gives two numbers at a time

  /** The stream of this name under this seed. */
  public RandomStream(long seed, String... name) {
    long hash = FNV_OFFSET;
    for (String part : name) {
      for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
        hash = (hash ^ (b & 0xff)) * FNV_PRIME;
      }
      hash = (hash ^ '|') * FNV_PRIME;
    }
    random = new SplittableRandom(new SplittableRandom(seed ^ hash).nextLong());
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return (random.nextLong() >>> 11) * UNIT;
  }

  /** Uniform in [from, to). */
  public double uniform(double from, double to) {
    return from + (to - from) * uniform();
  }

  /** Normal with mean 0 and spread 1, by Marsaglia's polar method. */
  public double gaussian() {
    if (!Double.isNaN(spare)) {
      double given = spare;
      spare = Double.NaN;
      return given;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * scale;
    return x * scale;
  }

  /** Around 1: e to a normal number of this spread. */
  public double factor(double spread) {
    return StrictMath.exp(spread * gaussian());
  }
}
