package io.peerwatch.consumers.notify;

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

  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
