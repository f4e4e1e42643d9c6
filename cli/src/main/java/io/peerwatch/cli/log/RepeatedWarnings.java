package io.peerwatch.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets warnings of another's code that begin alike pass once in a while only: a client whose broker
 * is down says so several times a second, for as long as that lasts. Errors always pass.
 *
 * <p>A filter of what is logged, not of loggers: those are asked for every record whether they
 * trace, and each filter of theirs with them.
 */
final class RepeatedWarnings extends Filter<ILoggingEvent> {
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int BEGINNING_CHARACTERS = 24;
  private static final int REMEMBERED_MAX = 500;

  private final LongSupplier nanoTime;
  private final Map<String, Long> lastAt = new LinkedHashMap<>();

  RepeatedWarnings(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public FilterReply decide(ILoggingEvent event) {
    String logger = event.getLoggerName();
    boolean oursOrNoWarning = event.getLevel() != Level.WARN || logger.startsWith("io.peerwatch.");
    if (event.getMessage() == null || oursOrNoWarning) {
      return FilterReply.NEUTRAL;
    }
    return due(logger + beginning(event.getMessage())) ? FilterReply.NEUTRAL : FilterReply.DENY;
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
