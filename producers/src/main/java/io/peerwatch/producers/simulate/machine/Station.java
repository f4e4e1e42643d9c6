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
    waiting(asked, busyAll, asked / servers, room - servers);
  }

  /** Adds the places that wait; powers are taken of what is below 1, so that none overflows. */
  private void waiting(double asked, double busyAll, double ratio, int places) {
    boolean crowded = ratio > 1;
    double base = crowded ? 1 / ratio : ratio;
    double sum = 0; // of base^j over the places, the crowded ones counted from the far end
    double moment = 0; // of j base^j
    double power = 1;
    if (crowded) {
      for (int i = 0; i < places; i++) {
        sum += power;
        moment += (places - i) * power;
        power *= base;
        if (power < 1e-18) {
          break;
        }
      }
      double atLast = base < 1 ? powerOf(base, places) : 1;
      double all = atLast + busyAll * sum;
      refusedShare = places == 0 ? busyAll : busyAll / all;
      inside = busyAll * moment / all;
    } else {
      for (int j = 1; j <= places; j++) {
        power *= base;
        if (power < 1e-18) {
          break;
        }
        sum += power;
        moment += j * power;
      }
      double all = 1 + busyAll * sum;
      refusedShare = busyAll * (places == 0 ? 1 : powerOf(base, places)) / all;
      inside = busyAll * moment / all;
    }
    carried = asked * (1 - refusedShare);
    inside += carried;
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
