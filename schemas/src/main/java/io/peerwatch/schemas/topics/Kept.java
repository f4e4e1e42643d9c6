package io.peerwatch.schemas.topics;

import java.util.concurrent.TimeUnit;

/** Retention in words: how long records are kept. */
public final class Kept {
  private Kept() {}

  /**
   * A value of {@code retention.ms} for a person, such as 24 h, 30 d or unlimited.
   *
   * @param retentionMs milliseconds; below 0: unlimited
   */
  public static String words(String retentionMs) {
    long millis = Long.parseLong(retentionMs);
    if (millis < 0) {
      return "unlimited";
    }
    long hours = TimeUnit.MILLISECONDS.toHours(millis);
    if (TimeUnit.HOURS.toMillis(hours) != millis || hours == 0) {
      return millis + " ms";
    }
    return hours % 24 == 0 && hours > 24 ? hours / 24 + " d" : hours + " h";
  }

  /** Whether the first keeps longer than the second. */
  public static boolean longer(String retentionMs, String thanMs) {
    return rank(retentionMs) > rank(thanMs);
  }

  private static long rank(String retentionMs) {
    long millis = Long.parseLong(retentionMs);
    return millis < 0 ? Long.MAX_VALUE : millis;
  }
}
