package io.peerwatch.producers.simulate.machine;

/**
 * A queue with so many servers and room for so many customers, in its steady state: M/M/c/K. Its
 * figures are exact for random arrivals and service times, and hold beyond saturation, too: what
 * finds no room is refused.
 *
 * <p>With a = λ/μ and ρ = a/c the states have p(n) ∝ aⁿ/n! up to c, and p(c+j) = p(c) ρʲ beyond.
 * The part up to c is summed by Erlang's recursion B(n) = a B(n−1) / (n + a B(n−1)), which gives
 * p(c) as a share of it; the rest is geometric.
 */
final class Station {
  private static final double NEGLIGIBLE = 1e-18; // to a sum of powers that begins near 1

  private double carried;
  private double inside;
  private double refusedShare;

  /**
   * Works out the steady state.
   *
   * @param asked offered load: arrivals a second times mean service seconds, 0 or more
   * @param servers c, 1 or more
   * @param room K, at least c: how many may be inside
   */
  void solve(double asked, int servers, int room) {
    if (asked <= 0) {
      carried = 0;
      inside = 0;
      refusedShare = 0;
      return;
    }
    double busyAll = 1; // Erlang's B
    for (int n = 1; n <= servers; n++) {
      double weighted = asked * busyAll;
      busyAll = weighted / (n + weighted);
    }
    waiting(asked, servers, busyAll, room - servers);
  }

  /** Adds the places that wait; powers are taken of what is below 1, so that none overflows. */
  private void waiting(double asked, int servers, double busyAll, int places) {
    double ratio = asked / servers;
    boolean crowded = ratio > 1;
    double base = crowded ? 1 / ratio : ratio;
    double sum = 0; // of base^i over the places; the crowded ones are counted from the far end
    double moment = 0; // of that, times how many wait
    double power = crowded ? 1 : base;
    for (int i = 1; i <= places && power > NEGLIGIBLE; i++) {
      sum += power;
      moment += (crowded ? places - i + 1 : i) * power;
      power *= base;
    }
    double last = powerOf(base, places);
    double all = (crowded ? last : 1) + busyAll * sum;
    refusedShare = busyAll * (crowded ? 1 : last) / all;
    carried = Math.min(servers, asked * (1 - refusedShare));
    inside = carried + busyAll * moment / all;
  }

  private static double powerOf(double base, int exponent) {
    double result = 1;
    double square = base;
    for (int left = exponent; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }

  /** Servers that are busy on the average. */
  double carried() {
    return carried;
  }

  /** Customers inside on the average, in service and waiting. */
  double inside() {
    return inside;
  }

  /** Share of the arrivals that find no room, 0..1. */
  double refusedShare() {
    return refusedShare;
  }
}
