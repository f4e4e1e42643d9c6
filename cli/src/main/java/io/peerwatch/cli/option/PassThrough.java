package io.peerwatch.cli.option;

import java.util.ArrayList;
import java.util.List;

/**
 * Options that go to a client library as they are: {@code --kafka.security.protocol=SSL}. The
 * parser knows options by whole names only, so they are rewritten for it as entries of one map
 * option, whose name is what the help should show.
 */
public final class PassThrough {
  public static final String KAFKA = "--kafka.<property>";
  public static final String REGISTRY = "--registry.<property>";

  private static final String PLACEHOLDER = "<property>";

  private PassThrough() {}

  /** The arguments with {@code --kafka.a.b=c} as an entry of {@link #KAFKA}, likewise registry. */
  public static List<String> rewrite(List<String> arguments) {
    List<String> rewritten = new ArrayList<>(arguments.size());
    boolean optionsEnded = false;
    for (String argument : arguments) {
      optionsEnded |= argument.equals("--");
      rewritten.add(optionsEnded ? argument : rewrite(argument));
    }
    return rewritten;
  }

  private static String rewrite(String argument) {
    for (String option : List.of(KAFKA, REGISTRY)) {
      String start = option.substring(0, option.length() - PLACEHOLDER.length());
      if (argument.startsWith(start) && !argument.startsWith(option)) {
        return option + "=" + entry(argument, start);
      }
    }
    return argument;
  }

  /** What follows the start; the value is never shown, it may be a password. */
  private static String entry(String argument, String start) {
    String entry = argument.substring(start.length());
    int equals = entry.indexOf('=');
    if (equals < 1) {
      String name = equals < 0 ? argument : argument.substring(0, start.length());
      throw new UsageException(
          name + " needs a property and a value: write " + start + "NAME=VALUE");
    }
    return entry;
  }
}
