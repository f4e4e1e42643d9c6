package io.peerwatch.detection.policy;

/**
 * What was written for a pattern of group names, once. A version that says nothing takes the
 * pattern's policy away.
 *
 * @param pattern group names with {@code *} for any text, also none
 * @param order a higher one is laid over a lower one; the pattern {@code *} lies under all others
 * @param validFrom holds for windows that start at or after this, epoch milliseconds; {@link
 *     #ALWAYS} for all
 */
public record PolicyVersion(String pattern, int order, long validFrom, Policy policy) {

  /** It holds from the very first window on. */
  public static final long ALWAYS = Long.MIN_VALUE;

  /** The pattern that is about every group, and lies under all others. */
  public static final String EVERY_GROUP = "*";

  boolean matches(String group) {
    return matches(pattern, group);
  }

  /** Greedy from the left, one star at a time: linear in practice, and no regular expression. */
  private static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = n;
      } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
