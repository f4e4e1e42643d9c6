package io.peerwatch.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepeatedWarningsTest {
  private static final String FQCN = RepeatedWarningsTest.class.getName();

  private final LoggerContext loggers = new LoggerContext();
  private long nanos;
  private final RepeatedWarnings filter = new RepeatedWarnings(() -> nanos);

  @Test
  void shouldLetTheSameWarningPassOnceInHalfAMinute() {
    assertThat(decide("org.apache.kafka", Level.WARN, "down")).isEqualTo(FilterReply.NEUTRAL);
    nanos = TimeUnit.SECONDS.toNanos(29);
    assertThat(decide("org.apache.kafka", Level.WARN, "down")).isEqualTo(FilterReply.DENY);
    assertThat(decide("org.apache.kafka", Level.WARN, "other")).isEqualTo(FilterReply.NEUTRAL);
    nanos = TimeUnit.SECONDS.toNanos(30);
    assertThat(decide("org.apache.kafka", Level.WARN, "down")).isEqualTo(FilterReply.NEUTRAL);
  }

  @Test
  void shouldTakeWarningsThatBeginAlikeForTheSame() {
    String about = "] Connection to node -1 could not be established ";
    assertThat(decide("x", Level.WARN, "[Consumer a" + about + 1)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(decide("x", Level.WARN, "[Consumer b" + about + 2)).isEqualTo(FilterReply.DENY);
  }

  @Test
  void shouldNeverHoldBackErrorsOrOurOwnWarnings() {
    for (int time = 0; time < 2; time++) {
      assertThat(decide("org.apache.kafka", Level.ERROR, "x")).isEqualTo(FilterReply.NEUTRAL);
      assertThat(decide("io.peerwatch.x", Level.WARN, "x")).isEqualTo(FilterReply.NEUTRAL);
    }
  }

  private FilterReply decide(String logger, Level level, String message) {
    return filter.decide(
        new LoggingEvent(FQCN, loggers.getLogger(logger), level, message, null, null));
  }
}
