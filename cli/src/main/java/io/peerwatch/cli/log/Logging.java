package io.peerwatch.cli.log;

import static java.util.Map.entry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * What is logged: warnings of everything, notices of Peerwatch itself, to standard error. Found by
 * Logback as a service when the first logger is asked for, which short commands never do.
 */
public final class Logging extends ContextAwareBase implements Configurator {
  /** Advice and statistics of Kafka that nobody who runs a command can act on. */
  private static final Map<String, Level> CHATTY =
      Map.ofEntries(
          // Said of every try; whoever asked tells it in one line.
          entry("io.confluent.kafka.schemaregistry.client.rest.RestService", Level.OFF),
          entry("org.apache.kafka.common.utils.AppInfoParser", Level.ERROR),
          entry("org.apache.kafka.streams.StreamsConfig", Level.ERROR),
          entry("org.apache.kafka.clients.CommonClientConfigs", Level.ERROR),
          // Said of every task, where there is only one instance to have it.
          entry("org.apache.kafka.streams.processor.internals.assignment", Level.ERROR),
          // Said of every look at offsets in the middle of a commit.
          entry(
              "org.apache.kafka.clients.admin.internals.ListConsumerGroupOffsetsHandler",
              Level.ERROR),
          // Said of every partition that was let go while an answer was on its way.
          entry("org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils", Level.ERROR),
          // Said of every try that is tried again; what fails for good is told by who sent it.
          entry("org.apache.kafka.clients.producer.internals.Sender", Level.ERROR),
          entry("org.apache.kafka.clients.consumer.ConsumerConfig", Level.ERROR),
          entry("org.apache.kafka.clients.producer.ProducerConfig", Level.ERROR),
          entry("org.apache.kafka.clients.admin.AdminClientConfig", Level.ERROR));

  private static volatile Consumer<String> lines = System.err::println;
  private static volatile Verbosity verbosity = Verbosity.QUIET;

  /** How much is logged. */
  public enum Verbosity {
    QUIET,
    VERBOSE,
    DEBUG
  }

  /** Where the lines go; before the first logger is asked for. */
  public static void into(Consumer<String> destination) {
    lines = destination;
  }

  /** Other levels for some loggers, by name, unless more logging was asked for. */
  public static void quieten(Map<String, String> levels) {
    if (verbosity == Verbosity.QUIET) {
      var context = (LoggerContext) LoggerFactory.getILoggerFactory();
      levels.forEach((name, level) -> context.getLogger(name).setLevel(Level.valueOf(level)));
    }
  }

  /** How much is logged, the most that was asked for; before the first logger is asked for. */
  public static void atLeast(Verbosity wanted) {
    if (wanted.compareTo(verbosity) > 0) {
      verbosity = wanted;
    }
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    LogLines appender = new LogLines(line -> lines.accept(line), verbosity == Verbosity.DEBUG);
    appender.setContext(context);
    appender.addFilter(new RepeatedWarnings(System::nanoTime));
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(verbosity == Verbosity.QUIET ? Level.WARN : Level.INFO);
    context
        .getLogger("io.peerwatch")
        .setLevel(verbosity == Verbosity.DEBUG ? Level.DEBUG : Level.INFO);
    if (verbosity == Verbosity.QUIET) {
      CHATTY.forEach((name, level) -> context.getLogger(name).setLevel(level));
    }
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
