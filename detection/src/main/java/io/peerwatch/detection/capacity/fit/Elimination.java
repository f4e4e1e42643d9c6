package io.peerwatch.detection.capacity.fit;

/** Solves a few linear equations, or some of them. */
final class Elimination {
  private static final double SINGULAR = 1e-12;

  private Elimination() {}

  /**
   * Solves for the unknowns in a subset, the others being 0.
   *
   * @param moments rows of a symmetric matrix, each with its right side as the last column
   * @param subset a bit for each unknown
   * @return null where the equations don't tell them apart
   */
  static double[] solve(double[][] moments, int subset) {
    int n = moments.length;
    double[][] work = new double[n][];
    for (int r = 0; r < n; r++) {
      work[r] = moments[r].clone();
    }
    for (int p = 0; p < n; p++) {
      if ((subset >> p & 1) == 1) {
        if (!(work[p][p] > SINGULAR * moments[p][p])) {
          return null;
        }
        for (int r = 0; r < n; r++) {
          if (r != p && (subset >> r & 1) == 1) {
            subtract(work[r], work[p], work[r][p] / work[p][p]);
          }
        }
      }
    }
    double[] solved = new double[n];
    for (int p = 0; p < n; p++) {
      solved[p] = (subset >> p & 1) == 1 ? work[p][n] / work[p][p] : 0;
    }
    return solved;
  }

  private static void subtract(double[] row, double[] pivot, double factor) {
    for (int c = 0; c < row.length; c++) {
      row[c] -= factor * pivot[c];
    }
  }
}
