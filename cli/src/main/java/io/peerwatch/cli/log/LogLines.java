package io.peerwatch.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/** A logging event as one line: {@code 12:04:00 WARN NetworkClient: …}; traces when debugging. */
final class LogLines extends AppenderBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Consumer<String> lines;
  private final boolean traces;

  LogLines(Consumer<String> lines, boolean traces) {
    this.lines = lines;
    this.traces = traces;
  }

  @Override
  protected void append(ILoggingEvent event) {
    String logger = event.getLoggerName();
    String name = logger.substring(logger.lastIndexOf('.') + 1);
    LocalTime time = LocalTime.ofInstant(event.getInstant(), ZoneId.systemDefault());
    String message = oneLine(event.getFormattedMessage());
    lines.accept(
        "%s %s %s: %s%s"
            .formatted(TIME.format(time), event.getLevel(), name, message, cause(event)));
  }

  /** Without line breaks and, unless traces are wanted, without the client's name in front. */
  private String oneLine(String message) {
    String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
    return traces ? line : line.replaceFirst("^\\[[^]]*] ", "");
  }

  private String cause(ILoggingEvent event) {
    if (event.getThrowableProxy() == null) {
      return "";
    }
    if (traces) {
      return "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()).stripTrailing();
    }
    String className = event.getThrowableProxy().getClassName();
    String reason = event.getThrowableProxy().getMessage();
    return " (%s%s)"
        .formatted(
            className.substring(className.lastIndexOf('.') + 1),
            reason == null ? "" : ": " + oneLine(reason));
  }
}
