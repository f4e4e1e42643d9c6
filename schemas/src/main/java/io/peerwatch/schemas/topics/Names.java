package io.peerwatch.schemas.topics;

/**
 * The rule for names of groups, hosts and metrics: 1 to 200 of {@code [A-Za-z0-9._:/-]}. The bar is
 * not among them, so {@code group|host} separates without escaping.
 */
public final class Names {
  public static final int LENGTH_MAX = 200;
  public static final char SEPARATOR = '|';

  private static final String PUNCTUATION = "._:/-";

  private Names() {}

  /** Whether the text can name a group, a host or a metric; null cannot. */
  public static boolean isName(String text) {
    if (text == null || text.isEmpty() || text.length() > LENGTH_MAX) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isAllowed(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PUNCTUATION.indexOf(c) >= 0;
  }

  /** The key of what belongs to one host of a group. */
  public static String hostKey(String group, String host) {
    return group + SEPARATOR + host;
  }
}
