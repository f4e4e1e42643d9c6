package io.peerwatch.producers.agent.extra;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command for the shell whose output has metrics.
 *
 * @param name what its metrics' names start with, a dot between; empty: nothing
 */
public record NamedCommand(String name, String command) {
  /** A name, a colon and a blank: no command starts like that. */
  private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9._-]{1,100}):\\s+(\\S.*)");

  /**
   * Reads {@code COMMAND} or {@code NAME: COMMAND}.
   *
   * @throws IllegalArgumentException whose message is one line for the user
   */
  public static NamedCommand parse(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException("a command for metrics is empty");
    }
    Matcher named = NAMED.matcher(stripped);
    return named.matches()
        ? new NamedCommand(named.group(1), named.group(2))
        : new NamedCommand("", stripped);
  }

  /** For notes: its name, else its first word; arguments may hold a password. */
  String label() {
    return "command " + (name.isEmpty() ? command.split("\\s", 2)[0] : name);
  }
}
