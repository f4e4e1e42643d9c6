package io.peerwatch.streams.score;

import java.util.Arrays;

/**
 * Average precision by point: hosts and windows ranked by score, precision averaged over the
 * labelled ones. Points of equal score count as one step of the threshold, so that order among them
 * is no merit; a constant scorer gets the share of labelled points.
 */
public final class AveragePrecision {
  private static final int SIZE_FIRST = 1024;

  private double[] scores = new double[SIZE_FIRST];
  private boolean[] labelled = new boolean[SIZE_FIRST];
  private int size;

  /**
   * @param score any order of magnitude; NaN is no point
   */
  public void add(double score, boolean isLabelled) {
    if (Double.isNaN(score)) {
      return;
    }
    if (size == scores.length) {
      scores = Arrays.copyOf(scores, 2 * size);
      labelled = Arrays.copyOf(labelled, 2 * size);
    }
    scores[size] = score;
    labelled[size++] = isLabelled;
  }

  /** 0..1; NaN without a labelled point. */
  public double value() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
    double sum = 0;
    long hits = 0;
    for (int i = 0; i < size; ) {
      int end = i;
      long hitsHere = 0;
      while (end < size && scores[order[end]] == scores[order[i]]) {
        hitsHere += labelled[order[end++]] ? 1 : 0;
      }
      hits += hitsHere;
      sum += (double) hitsHere * hits / end;
      i = end;
    }
    return hits == 0 ? Double.NaN : sum / hits;
  }
}
