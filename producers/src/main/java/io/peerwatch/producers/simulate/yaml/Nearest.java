package io.peerwatch.producers.simulate.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what was meant by a word that nobody knows. */
public final class Nearest {
  private static final int DISTANCE_MAX = 3;

  private Nearest() {}

  /** {@code , not 'x'}, with a guess if one is near. */
  static String notBut(String word, Collection<String> known) {
    return ", not '"
        + word
        + "'"
        + guess(word, known).map(g -> " (did you mean '" + g + "'?)").orElse("");
  }

  /** The known word that takes the fewest changes, if they are few. */
  public static Optional<String> guess(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= Math.min(DISTANCE_MAX, word.length() / 2))
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** Levenshtein's distance: letters to add, drop or change. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
