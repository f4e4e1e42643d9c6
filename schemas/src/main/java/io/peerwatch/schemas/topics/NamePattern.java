package io.peerwatch.schemas.topics;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names with a hole: {@code web-*} is every name that starts with {@code web-}; the star stands for
 * any text, also none.
 */
public final class NamePattern {
  private final String text;
  private final Pattern pattern;

  public NamePattern(String text) {
    this.text = text;
    String parts =
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    this.pattern = Pattern.compile(parts);
  }

  /** Whether the text can be a pattern: 1 to 200 characters of names, and stars. */
  public static boolean isPattern(String text) {
    return text.length() <= Names.LENGTH_MAX && Names.isName(text.replace('*', '-'));
  }

  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
