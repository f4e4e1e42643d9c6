package io.peerwatch.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Marker;

/**
 * Lets warnings of another's code that begin alike pass once in a while only: a client whose broker
 * is down says so several times a second, for as long as that lasts. Errors always pass.
 */
final class RepeatedWarnings extends TurboFilter {
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int BEGINNING_CHARACTERS = 24;
  private static final int REMEMBERED_MAX = 500;

  private final LongSupplier nanoTime;
  private final Map<String, Long> lastAt = new LinkedHashMap<>();

  RepeatedWarnings(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] arguments, Throwable t) {
    boolean oursOrNoWarning = level != Level.WARN || logger.getName().startsWith("io.peerwatch.");
    if (format == null || oursOrNoWarning) {
      return FilterReply.NEUTRAL;
    }
    return due(logger.getName() + beginning(format)) ? FilterReply.NEUTRAL : FilterReply.DENY;
  }

  /** Without the client's name in brackets, and only as far as no partition or node is named. */
  private static String beginning(String message) {
    String text = message.replaceFirst("^\\[[^]]*] ", "");
    return text.substring(0, Math.min(BEGINNING_CHARACTERS, text.length()));
  }

  private synchronized boolean due(String message) {
    long now = nanoTime.getAsLong();
    Long before = lastAt.get(message);
    if (before != null && now - before < AGAIN_NANOS) {
      return false;
    }
    if (lastAt.size() >= REMEMBERED_MAX) {
      lastAt.remove(lastAt.keySet().iterator().next());
    }
    lastAt.put(message, now);
    return true;
  }
}
