package io.peerwatch.schemas.topics;

import java.util.regex.Pattern;

/**
 * The rule for names of groups, hosts and metrics: 1 to 200 of {@code [A-Za-z0-9._:/-]}. The bar is
 * not among them, so {@code group|host} separates without escaping.
 */
public final class Names {
  public static final int LENGTH_MAX = 200;
  public static final char SEPARATOR = '|';

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:/-]{1," + LENGTH_MAX + "}");

  private Names() {}

  /** Whether the text can name a group, a host or a metric; null cannot. */
  public static boolean isName(String text) {
    return text != null && NAME.matcher(text).matches();
  }

  /** The key of what belongs to one host of a group. */
  public static String hostKey(String group, String host) {
    return group + SEPARATOR + host;
  }
}
