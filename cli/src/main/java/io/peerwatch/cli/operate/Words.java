package io.peerwatch.cli.operate;

import java.time.Instant;
import java.util.Locale;

/** Values as people read and write them on the command line. */
public final class Words {
  private Words() {}

  /** An enum's value such as {@code false-alarm}; empty for UNKNOWN. */
  public static String of(Enum<?> value) {
    return value.name().equals("UNKNOWN")
        ? ""
        : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** An instant in UTC to the second. */
  public static String of(Instant instant) {
    return Instant.ofEpochSecond(instant.getEpochSecond()).toString();
  }
}
